package io.github.auth0migration.spi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {

    private static final byte[] JEFE = "Jefe".getBytes(US_ASCII);
    private static final String QUESTION = "what do ya want for nothing?";

    /** RFC 2202, section 3, case 2. */
    @Test
    void sha1() {
        assertThat(HexFormat.of().formatHex(Hmac.sha1(JEFE, QUESTION)))
                .isEqualTo("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    }

    /** RFC 4231, section 4.3. */
    @Test
    void sha256() {
        assertThat(HexFormat.of().formatHex(Hmac.sha256(JEFE, QUESTION)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void textIsTakenAsUtf8() {
        assertThat(Hmac.sha1(JEFE, "é")).isNotEqualTo(Hmac.sha1(JEFE, "?"));
    }
}
