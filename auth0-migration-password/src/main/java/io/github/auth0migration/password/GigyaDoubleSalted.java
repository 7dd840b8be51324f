package io.github.auth0migration.password;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gigya's {@code md5_double_salted}, which nobody describes: MD5 of the password and the salt, nested or salted twice.
 * Inner digests are texts in lower case, as in MyBB, IP.Board and vBulletin, whose ways are among those tried.
 */
final class GigyaDoubleSalted {

    /** Half an MD5 in hexadecimal. */
    private static final int AMBIGUOUS_LENGTH = 16;

    private GigyaDoubleSalted() {}

    static PasswordHash parse(GigyaPassword password) {
        password.refuseTemplates();
        if (password.rounds().orElse(1L) != 1L) {
            throw GigyaPassword.unconfirmed("Gigya does not tell what rounds do to this algorithm.");
        }
        byte[] hash = HashDigest.MD5.checkedLength(password.hash());
        Verifier verifier = Verifier.anyOf(ways(password.saltNotEmpty()), hash).judging(p -> !isLikeADigest(p));
        return new PasswordHash(
                password.label(),
                verifier,
                new Conversion.Impossible(
                        "Auth0 has no nested digests, and Gigya does not tell how this one is nested."));
    }

    private static List<Derivation> ways(byte[] salt) {
        byte[] hashedSalt = hex(salt);
        return List.of(
                password -> md5(hashedSalt, hex(password)),
                password -> md5(hex(password), hashedSalt),
                password -> md5(salt, hex(password)),
                password -> md5(hex(password), salt),
                password -> md5(hashedSalt, password),
                password -> md5(password, hashedSalt),
                password -> md5(hex(salt, password), salt),
                password -> md5(hex(password, salt), salt),
                password -> md5(salt, hex(salt, password)),
                password -> md5(salt, hex(password, salt)),
                password -> md5(salt, password, salt));
    }

    /**
     * Where one way hashes the password and another its digest, who types the digest's text would be let in for the
     * password. So what may be such a text, or what a short salt leaves of it, is not judged.
     */
    private static boolean isLikeADigest(byte[] password) {
        return password.length >= AMBIGUOUS_LENGTH
                && IntStream.range(0, password.length).allMatch(i -> isLowerHex(password[i]));
    }

    private static boolean isLowerHex(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f');
    }

    private static byte[] md5(byte[]... parts) {
        return HashDigest.MD5.of(parts);
    }

    private static byte[] hex(byte[]... parts) {
        return Bytes.utf8(HexFormat.of().formatHex(md5(parts)));
    }
}
