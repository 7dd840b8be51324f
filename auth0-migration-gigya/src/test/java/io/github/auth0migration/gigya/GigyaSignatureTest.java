package io.github.auth0migration.gigya;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected values were computed by Python's hmac and urllib. */
class GigyaSignatureTest {

    private static final byte[] KEY = "a key of this test only, 0123456".getBytes(StandardCharsets.US_ASCII);

    @Test
    void fieldsSortByCodePointAndAreEncodedTwice() {
        assertThat(GigyaSignature.of(
                        URI.create("https://accounts.eu1.gigya.com/accounts.login"),
                        Map.of(
                                "apiKey", "3_Site",
                                "UID", "_guid_1=",
                                "password", "a b*~!'()&=%é漢😀+",
                                "timestamp", "1700000000",
                                "nonce", "n-1",
                                "userKey", "AKtest"),
                        KEY))
                .isEqualTo("xpyU1POCHp4lMc3fqfIFJe7769o=");
    }

    @Test
    void hostIsLowerCaseAndOnlyAnUnusualPortCounts() {
        Map<String, String> fields = Map.of("apiKey", "3_Site", "nonce", "n-2");
        String expected = "tkzWvbLvlj/syOdjSZQVkbJ3+NQ=";
        URI unusual = URI.create("HTTPS://ACCOUNTS.eu1.gigya.com:8443/accounts.login");
        URI usual = URI.create("https://accounts.eu1.gigya.com:443/accounts.login");
        URI none = URI.create("https://accounts.eu1.gigya.com/accounts.login");

        assertThat(GigyaSignature.of(unusual, fields, KEY)).isEqualTo(expected);
        assertThat(GigyaSignature.of(usual, fields, KEY)).isEqualTo(GigyaSignature.of(none, fields, KEY));
        assertThat(GigyaSignature.of(none, fields, KEY)).isNotEqualTo(expected);
    }

    @Test
    void aPathBeforeTheMethodIsSigned() {
        assertThat(GigyaSignature.of(
                        URI.create("https://login.example.com/gigya/accounts.search"),
                        Map.of("apiKey", "3_Site", "query", "SELECT * FROM accounts LIMIT 2"),
                        KEY))
                .isEqualTo("HwyzlbTFPY+l8Xh2GbTEsrLKZzI=");
    }
}
