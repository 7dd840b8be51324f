package io.github.auth0migration.password;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/**
 * Gigya's {@code sha512Hexa}: SHA-512 with something in hexadecimal, and nobody tells what. So the digest is taken as
 * bytes and as text, and further rounds over either.
 */
final class GigyaHexa {

    private static final int TEXT_LENGTH = 2 * HashDigest.SHA512.length();

    private GigyaHexa() {}

    static PasswordHash parse(GigyaPassword password) {
        Verifier verifier = Repetition.verifier(
                HashDigest.SHA512,
                password.joins(),
                EnumSet.allOf(Repetition.class),
                password.rounds().orElse(1L),
                HashDigest.SHA512.checkedLength(digest(password)));
        return new PasswordHash(
                password.label(),
                verifier,
                new Conversion.Impossible(
                        "Gigya does not tell what is hexadecimal in sha512Hexa, and an import cannot be undone."));
    }

    private static byte[] digest(GigyaPassword password) {
        String text = password.hashText();
        if (text.length() == TEXT_LENGTH) {
            // Never Base64 of a digest or of its text, which are 88 and 172 characters.
            return StrictText.hex("hash", text);
        }
        byte[] bytes = password.hash();
        return bytes.length == TEXT_LENGTH
                ? StrictText.hex("hash", new String(bytes, StandardCharsets.ISO_8859_1))
                : bytes;
    }
}
