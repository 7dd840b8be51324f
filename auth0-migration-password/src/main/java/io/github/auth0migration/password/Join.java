package io.github.auth0migration.password;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What is hashed: the password in an encoding, and the bytes before and after it. */
final class Join {

    private final byte[] prefix;
    private final byte[] suffix;
    private final PasswordEncoding encoding;

    Join(byte[] prefix, byte[] suffix, PasswordEncoding encoding) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.encoding = encoding;
    }

    static Join saltFirst(byte[] salt) {
        return new Join(salt, Bytes.none(), PasswordEncoding.UTF8);
    }

    static Join saltLast(byte[] salt) {
        return new Join(Bytes.none(), salt, PasswordEncoding.UTF8);
    }

    byte[] prefix() {
        return prefix;
    }

    byte[] suffix() {
        return suffix;
    }

    /** {@return how many bytes are around the password} */
    int length() {
        return prefix.length + suffix.length;
    }

    /** {@return the same bytes around the password in another encoding} */
    Join with(PasswordEncoding other) {
        return new Join(prefix, suffix, other);
    }

    /** {@return all of it as text in another encoding; empty when what surrounds the password is no text of it} */
    Optional<Join> asTextIn(PasswordEncoding other) {
        return text(prefix)
                .flatMap(other::encode)
                .flatMap(before -> text(suffix).flatMap(other::encode).map(after -> new Join(before, after, other)));
    }

    boolean sameAs(Join other) {
        return encoding == other.encoding && Arrays.equals(prefix, other.prefix) && Arrays.equals(suffix, other.suffix);
    }

    /** {@return a derivation that is given the password in this encoding} */
    Derivation given(Derivation inner) {
        if (encoding == PasswordEncoding.UTF8) {
            return inner;
        }
        // No digest is empty: a password that has no form in this encoding matches in no way that needs it.
        return utf8 -> encoding.encode(new String(utf8, StandardCharsets.UTF_8))
                .map(inner::of)
                .orElse(Bytes.none());
    }

    private static Optional<String> text(byte[] utf8) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
