package io.github.auth0migration.password;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a password becomes bytes: the encodings that Auth0 names ({@code password.encoding}), then those it does not. */
enum PasswordEncoding {
    UTF8(StandardCharsets.UTF_8),
    ASCII(StandardCharsets.US_ASCII),
    UTF16LE(StandardCharsets.UTF_16LE),
    LATIN1(StandardCharsets.ISO_8859_1),
    UTF16BE(StandardCharsets.UTF_16BE),
    UTF32LE(Charset.forName("UTF-32LE")),
    UTF32BE(Charset.forName("UTF-32BE")),
    /** Latin 1 with more letters and signs in place of its control characters. */
    WINDOWS1252(Charset.forName("windows-1252"));

    private final Charset charset;

    PasswordEncoding(Charset charset) {
        this.charset = charset;
    }

    static PasswordEncoding named(String name) {
        return switch (name) {
            case "utf8" -> UTF8;
            case "ascii" -> ASCII;
            case "utf16le", "ucs2" -> UTF16LE;
            case "latin1", "binary" -> LATIN1;
            default -> throw HashRefused.malformed("password.encoding is none that Auth0 names.");
        };
    }

    /** {@return the bytes; empty when the password has no form in this encoding, for a replacement would match others} */
    Optional<byte[]> encode(String password) {
        try {
            ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(password));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
