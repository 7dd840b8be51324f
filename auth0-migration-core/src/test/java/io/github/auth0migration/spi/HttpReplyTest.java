package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0migration.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpReplyTest {

    @ParameterizedTest
    @CsvSource({
        "300, MALFORMED_RESPONSE",
        "302, MALFORMED_RESPONSE",
        "399, MALFORMED_RESPONSE",
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "599, SERVER_ERROR"
    })
    void theStatusAloneTells(int status, Failure.Kind kind) {
        assertThat(reply(status, Map.of()).failure().map(Failure::kind)).contains(kind);
        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> reply(status, Map.of()).orThrow())
                .matches(failed -> failed.failure().kind() == kind && !failed.isUnsent());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 204, 299, 400, 401, 403, 404, 428, 430, 600})
    void theStatusAloneTellsNothing(int status) throws CallFailedException {
        HttpReply reply = reply(status, Map.of());

        assertThat(reply.failure()).isEmpty();
        assertThat(reply.orThrow()).isSameAs(reply);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0,, PT0S",
                "7,, PT7S",
                "\" 7 \",, PT7S",
                "999999999,, PT999999999S",
                "\"Sun, 06 Nov 1994 08:49:37 GMT\", \"Sun, 06 Nov 1994 08:49:07 GMT\", PT30S",
                "\"Sun, 06 Nov 1994 08:49:37 GMT\", \"Sun, 06 Nov 1994 09:00:00 GMT\", PT0S",
                "\"Sun, 06 Nov 1994 08:49:37 GMT\",,",
                "\"Sun, 06 Nov 1994 08:49:37 GMT\", yesterday,",
                "soon,,",
                "-1,,",
                "1.5,,",
                "99999999999999999999,,",
                "\"\",,"
            })
    void retryAfterGoesByTheServersClock(String retryAfter, String date, Duration wait) {
        Map<String, List<String>> headers = date == null
                ? Map.of("Retry-After", List.of(retryAfter))
                : Map.of("Retry-After", List.of(retryAfter), "Date", List.of(date));

        for (int status : List.of(429, 503)) {
            Failure failure = reply(status, headers).failure().orElseThrow();
            assertThat(failure.retryAfter().orElse(null)).isEqualTo(wait);
        }
    }

    private static HttpReply reply(int status, Map<String, List<String>> headers) {
        return new HttpReply(status, headers, new byte[0]);
    }
}
