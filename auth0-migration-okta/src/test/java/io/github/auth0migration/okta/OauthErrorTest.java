package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.spi.HttpReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OauthErrorTest {

    private static final String PROOF = "DPoP error=\"invalid_dpop_proof\"";

    private static String code(int status, String body, String... challenges) {
        return OauthError.of(new HttpReply(
                        status, Map.of("WWW-Authenticate", List.of(challenges)), body.getBytes(StandardCharsets.UTF_8)))
                .error();
    }

    @ParameterizedTest
    @CsvSource({"399,''", "400,use_dpop_nonce", "401,use_dpop_nonce", "500,use_dpop_nonce"})
    void theBodySaysIt(int status, String code) {
        assertThat(code(status, "{\"error\":\"use_dpop_nonce\"}", PROOF)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "{\"error\":7}", "{\"error\":\"Not a code\"}"})
    void whereTheBodyDoesNotTheHeaderDoes(String body) {
        assertThat(code(401, body, PROOF)).isEqualTo("invalid_dpop_proof");
        assertThat(code(401, body)).isEmpty();
    }

    @Test
    void theHeaderMayHaveSeveralValuesAndParameters() {
        assertThat(code(401, "", "Bearer realm=\"x\"", "DPoP algs=\"ES256\", error=\"use_dpop_nonce\""))
                .isEqualTo("use_dpop_nonce");
        assertThat(code(401, "", "DPoP no_error=\"use_dpop_nonce\"")).isEmpty();
    }

    @Test
    void anAnswerThatIsNoErrorHasNone() {
        assertThat(code(200, "{\"error\":\"use_dpop_nonce\"}", PROOF)).isEmpty();
    }
}
