package io.github.auth0migration.spi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding after <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2.1">RFC 3986</a>: UTF-8, upper-case
 * hex, and nothing literal but {@code A–Z a–z 0–9 - . _ ~}. So a space is {@code %20}, never {@code +}.
 *
 * @since 0.1.0
 */
public final class PercentEncoding {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private PercentEncoding() {}

    /**
     * Encodes a text.
     *
     * @param text any text
     * @return the encoded form, ASCII only
     * @throws IllegalArgumentException if the text is not valid Unicode; the message does not quote it
     */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : utf8(text)) {
            if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(hexDigit(b >> 4)).append(hexDigit(b));
            }
        }
        return encoded.toString();
    }

    // getBytes would turn half a surrogate pair into '?', and the platform would be asked for somebody else.
    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a path segment, query or form text is not valid Unicode", null);
        }
    }

    private static char hexDigit(int value) {
        return "0123456789ABCDEF".charAt(value & 0xF);
    }
}
