package io.github.auth0migration.stormpath;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0migration.spi.Hmac;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.Sha256;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Stormpath's digest. What is signed is the address as it is sent: its query must already be in canonical order and
 * encoding, as {@link StormpathApi} makes it, for compatible servers verify against the text that arrives.
 */
final class SAuthc1 {

    private static final String SIGNED_HEADERS = "host;x-stormpath-date";
    private static final String TERMINATOR = "sauthc1_request";
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String keyId;
    private final String secret;

    SAuthc1(String keyId, String secret) {
        this.keyId = keyId;
        this.secret = secret;
    }

    HttpCall sign(HttpCall call, Instant now, String nonce) {
        String timestamp = TIMESTAMP.format(now);
        String date = timestamp.substring(0, 8);
        String scope = String.join("/", keyId, date, nonce, TERMINATOR);
        String text = String.join("\n", "HMAC-SHA-256", timestamp, scope, sha256(canonical(call, timestamp)));
        byte[] key = ("SAuthc1" + secret).getBytes(UTF_8);
        for (String link : new String[] {date, nonce, TERMINATOR, text}) {
            key = Hmac.sha256(key, link);
        }
        return call.withHeader("X-Stormpath-Date", timestamp)
                .withHeader(
                        "Authorization",
                        "SAuthc1 sauthc1Id=" + scope + ", sauthc1SignedHeaders=" + SIGNED_HEADERS
                                + ", sauthc1Signature=" + HexFormat.of().formatHex(key));
    }

    private static String canonical(HttpCall call, String timestamp) {
        URI uri = call.uri();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return String.join(
                "\n",
                call.method(),
                uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
                query,
                "host:" + host(uri),
                "x-stormpath-date:" + timestamp,
                "",
                SIGNED_HEADERS,
                sha256(call.body().orElse(new byte[0])));
    }

    /** The Host header as the JDK's client writes it: with the port unless it is the scheme's own. */
    private static String host(URI uri) {
        int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return uri.getPort() < 0 || uri.getPort() == standard ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(UTF_8));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    @Override
    public String toString() {
        return "SAuthc1";
    }
}
