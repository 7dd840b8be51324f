package io.github.auth0migration.simulators.stormpath;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs by a chain of HMACs, in which each gives the key of the next. */
final class SAuthc1Signature {

    private SAuthc1Signature() {}

    static String of(String secret, SAuthc1Header header, String timestamp, String canonicalRequest) {
        byte[] key = utf8("SAuthc1" + secret);
        for (String part : List.of(header.date(), header.nonce(), "sauthc1_request")) {
            key = hmac(key, part);
        }
        String toSign = String.join("\n", "HMAC-SHA-256", timestamp, header.id(), sha256(canonicalRequest));
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
