package io.github.auth0migration.endpoint;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a stub answers.
 *
 * @param contentType null for none
 * @param body {@code @C} in it stands for the correlation id that came in
 * @param charset how the body is sent, whatever the content type says
 */
record StubReply(int status, @Nullable String contentType, String body, Charset charset) {

    static StubReply json(int status, String body) {
        return of(status, "application/json", body);
    }

    static StubReply of(int status, @Nullable String contentType, String body) {
        return new StubReply(status, contentType, body, StandardCharsets.UTF_8);
    }

    byte[] bytes(String correlationId) {
        return body.replace("@C", correlationId).getBytes(charset);
    }
}
