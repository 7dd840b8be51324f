package io.github.auth0migration.password;

import java.util.Base64;
import java.util.HexFormat;

/** Base64 and hex read strictly: what does not come out again as it went in is malformed. */
final class StrictText {

    private StrictText() {}

    /** Base64 with its padding. */
    static byte[] base64(String what, String text) {
        byte[] bytes = decoded(Base64.getDecoder(), what, text);
        return same(what, text, bytes, Base64.getEncoder());
    }

    /** Base64 without padding, as in PHC strings. */
    static byte[] unpaddedBase64(String what, String text) {
        byte[] bytes = decoded(Base64.getDecoder(), what, text);
        return same(what, text, bytes, Base64.getEncoder().withoutPadding());
    }

    /** Base64 as Auth0 takes it in its own form: either alphabet, padded or not. */
    static byte[] anyBase64(String what, String text) {
        boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
        byte[] bytes = decoded(url ? Base64.getUrlDecoder() : Base64.getDecoder(), what, text);
        return same(what, text, bytes, text.endsWith("=") ? encoder : encoder.withoutPadding());
    }

    /** Hex in either case. */
    static byte[] hex(String what, String text) {
        try {
            return HexFormat.of().parseHex(Limits.text(what, text));
        } catch (IllegalArgumentException e) {
            throw HashRefused.malformed(what + " is not hexadecimal.");
        }
    }

    private static byte[] decoded(Base64.Decoder decoder, String what, String text) {
        try {
            return decoder.decode(Limits.text(what, text));
        } catch (IllegalArgumentException e) {
            throw notBase64(what);
        }
    }

    private static byte[] same(String what, String text, byte[] bytes, Base64.Encoder encoder) {
        if (!encoder.encodeToString(bytes).equals(text)) {
            throw notBase64(what);
        }
        return bytes;
    }

    private static HashRefused notBase64(String what) {
        return HashRefused.malformed(what + " is not strict Base64.");
    }
}
