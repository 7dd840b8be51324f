package io.github.auth0migration.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SecretScanTest {

    private static final Logger LOG = LoggerFactory.getLogger(SecretScanTest.class);

    @Test
    void findsSecretsInMessagesArgumentsAndCauses() {
        LOG.trace("login with {}", Marked.PASSWORD);
        LOG.atTrace().addKeyValue("token", Marked.TOKEN).log("call");
        LOG.debug("failed", new IllegalStateException("outer", new IllegalArgumentException(Marked.secret("body"))));

        assertThat(SecretScan.takeHits()).hasSize(3);
    }

    @Test
    void leavesOtherLinesAlone() {
        LOG.info("login of {}", "ada@example.com");

        assertThat(SecretScan.takeHits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:", "longer-user:"})
    void findsSecretsWithinBase64(String before) {
        String encoded = Base64.getEncoder().encodeToString((before + Marked.TOKEN).getBytes(UTF_8));

        assertThat(Marked.isIn("Basic " + encoded)).isTrue();
    }

    @Test
    void cleanRefusesWhatTellsASecret() {
        assertThatThrownBy(() -> SecretScan.clean(new RuntimeException("x", new RuntimeException(Marked.PASSWORD))))
                .isInstanceOf(AssertionError.class);
        assertThat(SecretScan.clean("harmless")).isEqualTo("harmless");
    }
}
