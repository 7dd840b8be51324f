package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DpopProofsTest {

    private final DpopProofs proofs = new DpopProofs(SigningKey.generateEc());

    /** The nonce in the next proof. */
    private @Nullable Object nonce() throws ParseException {
        Deadline deadline = Deadline.after(Duration.ofSeconds(8), new TestTime());
        HttpCall call = proofs.prove(HttpCall.get(URI.create("https://acme.okta.com/"), deadline), null);
        String proof = call.headers().stream()
                .filter(header -> header.name().equals("DPoP"))
                .map(HttpCall.Header::value)
                .findFirst()
                .orElseThrow();
        return SignedJWT.parse(proof).getJWTClaimsSet().getClaim("nonce");
    }

    private static HttpReply bringing(String nonce) {
        byte[] body = "{\"error\":\"use_dpop_nonce\"}".getBytes(StandardCharsets.UTF_8);
        return new HttpReply(400, Map.of("DPoP-Nonce", List.of(nonce)), body);
    }

    static Stream<String> usable() {
        return Stream.of("n", "!~", "n".repeat(512));
    }

    @ParameterizedTest
    @MethodSource("usable")
    void aNonceIsUsedFromThenOn(String text) throws ParseException {
        assertThat(proofs.learns(bringing(text))).isTrue();
        assertThat(nonce()).isEqualTo(text);
    }

    static Stream<String> unusable() {
        return Stream.of("", "a nonce", "n\u007f", "n\u00e4", "n".repeat(513));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aNonceThatCannotBeOneIsNotUsed(String text) throws ParseException {
        assertThat(proofs.learns(bringing(text))).isFalse();
        assertThat(nonce()).isNull();

        assertThat(proofs.learns(bringing("good"))).isTrue();
        assertThat(proofs.learns(bringing(text))).isFalse();
        assertThat(nonce()).isEqualTo("good");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users?limit=2, /api/v1/users",
        "/api/v1/users/ada%40example.com, /api/v1/users/ada@example.com",
        "/api/v1/users/a%2Bb%40example.com, /api/v1/users/a+b@example.com",
        "/api/v1/users/is%C3%A1c, /api/v1/users/isác",
        "/a%20b, /a%20b",
        "/a%25b, /a%25b",
        "/a%22b, /a%22b",
        "/a%23b, /a%23b",
        "/a%2540b, /a%2540b",
    })
    void htuIsTheAddressWithoutQueryAndWithItsPathDecoded(String sent, String compared) {
        assertThat(DpopProofs.htu(URI.create("https://acme.okta.com:8443" + sent)))
                .isEqualTo("https://acme.okta.com:8443" + compared);
    }
}
