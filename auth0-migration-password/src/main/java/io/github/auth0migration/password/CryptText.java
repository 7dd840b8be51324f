package io.github.auth0migration.password;

/** The text form of bytes in {@code $1$} and phpass: six bits at a time, lowest first, in crypt's alphabet. */
final class CryptText {

    static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private CryptText() {}

    /** Appends the lowest bits of a value. */
    static void append(StringBuilder out, int value, int characters) {
        for (int i = 0; i < characters; i++) {
            out.append(ALPHABET.charAt((value >>> (6 * i)) & 63));
        }
    }

    /** {@return all bytes, in groups of three} */
    static String encode(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 3) {
            int value = unsigned(bytes, i) | unsigned(bytes, i + 1) << 8 | unsigned(bytes, i + 2) << 16;
            append(out, value, Math.min(bytes.length - i, 3) + 1);
        }
        return out.toString();
    }

    private static int unsigned(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : 0;
    }
}
