package io.github.auth0migration.password;

import java.util.Arrays;
import java.util.Base64;

/** bcrypt's Base64: the usual bits in an alphabet of its own, without padding. */
final class BcryptText {

    private static final String OURS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String USUAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private BcryptText() {}

    static String encode(byte[] bytes, int length) {
        byte[] part = Arrays.copyOf(bytes, length);
        return translated(Base64.getEncoder().withoutPadding().encodeToString(part), USUAL, OURS);
    }

    /** {@return the bytes; bits left over must be zero} */
    static byte[] decode(String text, int length) {
        byte[] bytes = StrictText.unpaddedBase64("The bcrypt string", translated(text, OURS, USUAL));
        if (bytes.length != length) {
            throw HashRefused.malformed("The bcrypt string has not the right length.");
        }
        return bytes;
    }

    private static String translated(String text, String from, String to) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(to.charAt(from.indexOf(c))));
        return out.toString();
    }
}
