package io.github.auth0migration.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The name in a path, as the plug-in encodes it: like a field of a form, where {@code +} is a space. A sign that is
 * encoded twice is decoded once, and {@code %2F} is a slash in a name, not the end of a segment.
 */
record KeycloakName(String value) {

    /** {@return the name in a path of exactly one segment} */
    static KeycloakName in(String path) throws RefusedRequestException {
        if (path.length() < 2 || path.charAt(0) != '/' || path.indexOf('/', 1) >= 0) {
            throw RefusedRequestException.error(
                    404,
                    "not_found",
                    "Call the endpoint's address with one path segment behind it: a username or e-mail.");
        }
        String name = decoded(path.substring(1));
        if (name.length() > RequestMessage.MAX_IDENTIFIER) {
            throw RefusedRequestException.invalid(
                    "The name in the path must have at most " + RequestMessage.MAX_IDENTIFIER + " characters.");
        }
        return new KeycloakName(name);
    }

    private static String decoded(String segment) throws RefusedRequestException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == '%') {
                bytes.write(hex(segment, i + 1) << 4 | hex(segment, i + 2));
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c == '+' ? ' ' : c);
            } else {
                throw malformed();
            }
        }
        try {
            // Strictly: a replacement character would ask for somebody else.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static int hex(String segment, int index) throws RefusedRequestException {
        int digit = index < segment.length() && segment.charAt(index) < 0x80
                ? Character.digit(segment.charAt(index), 16)
                : -1;
        if (digit < 0) {
            throw malformed();
        }
        return digit;
    }

    private static RefusedRequestException malformed() {
        return RefusedRequestException.invalid("The name in the path must be percent-encoded UTF-8.");
    }

    @Override
    public String toString() {
        return "KeycloakName";
    }
}
