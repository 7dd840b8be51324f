package io.github.auth0migration.spi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtTest {

    @Test
    void headerAndClaimsAreSigned() throws Exception {
        KeyPair pair = Pem.rsa(2048);

        String token = Jwt.signed(
                SigningKey.ofPem(Pem.pkcs8(pair)),
                Map.of("kid", "key-1", "alg", "none"),
                Map.of("iat", 1_700_000_000L));

        assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        List<String> parts = List.of(token.split("\\.", -1));
        assertThat(decoded(parts.get(0))).isEqualTo("{\"alg\":\"RS256\",\"kid\":\"key-1\"}");
        assertThat(decoded(parts.get(1))).isEqualTo("{\"iat\":1700000000}");
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update((parts.get(0) + "." + parts.get(1)).getBytes(US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(parts.get(2)))).isTrue();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}
