package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DpopProofsTest {

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
