package io.github.auth0migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.Secret;
import io.github.auth0migration.spi.SigningKey;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HoldersOfSecretsTest {

    static Stream<Object> holderTellsNothing() throws Exception {
        HttpReply reply = new HttpReply(
                200,
                Map.of("Set-Cookie", List.of(Marked.TOKEN)),
                ("{\"sessionToken\":\"" + Marked.TOKEN + "\"}").getBytes(UTF_8));
        return Stream.of(
                LoginRequest.of("ada@example.com", Marked.PASSWORD),
                HttpCall.postJson(
                                URI.create("https://acme.example/" + Marked.TOKEN),
                                Map.of("password", Marked.PASSWORD),
                                Deadline.standard())
                        .withHeader("Authorization", Marked.TOKEN),
                reply,
                reply.jsonObject(),
                MfaFactor.totp("GEZDGNBV"),
                ExportedPassword.of(Map.of("hash", Marked.PASSWORD)),
                Secret.of("apiToken", () -> Marked.TOKEN),
                SigningKey.generateEc());
    }

    @ParameterizedTest
    @MethodSource
    void holderTellsNothing(Object holder) {
        Class<?> type = holder.getClass();

        assertThat(SecretScan.clean(holder).toString()).doesNotContain("GEZDGNBV", "ada@");
        assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
        assertThat(holder).isNotInstanceOf(Serializable.class);
        assertThat(Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
                .contains("toString")
                .doesNotContain("equals", "hashCode");
    }
}
