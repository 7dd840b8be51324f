package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.Map;
import java.util.Optional;

/** Stormpath's modular crypt formats. */
final class StormpathHash {

    private static final Map<String, HashDigest> DIGESTS = Map.of(
            "MD5", HashDigest.MD5,
            "SHA-1", HashDigest.SHA1,
            "SHA-256", HashDigest.SHA256,
            "SHA-384", HashDigest.SHA384,
            "SHA-512", HashDigest.SHA512);

    private StormpathHash() {}

    static PasswordHash parse(String mcf) {
        if (mcf.isBlank()) {
            throw HashRefused.because(Reason.NO_PASSWORD, "The account has no password hash.");
        }
        if (BcryptHash.looksLike(mcf)) {
            return BcryptHash.parse(mcf).named("stormpath bcrypt");
        }
        String[] fields = Limits.text("The hash", mcf).split("\\$", -1);
        String kind = fields[0].isEmpty() && fields.length > 1 ? fields[1] : "";
        return switch (kind) {
            case "stormpath1" -> hmac(withFields(fields, 4));
            case "stormpath2" -> shiro(withFields(fields, 6));
            default ->
                throw HashRefused.because(
                        Reason.UNKNOWN_FORMAT, "This is neither $stormpath1$ nor $stormpath2$ nor bcrypt.");
        };
    }

    private static String[] withFields(String[] fields, int count) {
        if (fields.length != count) {
            throw HashRefused.malformed("The hash is cut, or has too many fields.");
        }
        return fields;
    }

    /** HMAC-SHA-256 under the salt: known from production code of a customer, for Stormpath never wrote it down. */
    private static PasswordHash hmac(String[] fields) {
        byte[] salt = Limits.saltNotEmpty("The salt", StrictText.base64("The salt", fields[2]));
        byte[] mac = HashDigest.SHA256.checkedLength(StrictText.base64("The MAC", fields[3]));
        Verifier verifier = Verifier.of(Derivation.hmac(HashDigest.SHA256, salt), mac);
        return new PasswordHash("stormpath1", verifier, Auth0Form.hmac(HashDigest.SHA256, salt, mac));
    }

    /** Apache Shiro's SimpleHash: salt first, further rounds without it. */
    private static PasswordHash shiro(String[] fields) {
        HashDigest digest = Optional.ofNullable(DIGESTS.get(fields[2]))
                .orElseThrow(() -> HashRefused.because(Reason.UNKNOWN_FORMAT, "$stormpath2$ names an unknown digest."));
        int rounds = rounds(fields[3]);
        byte[] salt = Limits.salt("The salt", StrictText.base64("The salt", fields[4]));
        byte[] hash = digest.checkedLength(StrictText.base64("The digest", fields[5]));
        Verifier verifier = Verifier.of(Derivation.digest(digest, salt, Bytes.none(), rounds), hash);
        return new PasswordHash("stormpath2 " + fields[2], verifier, conversion(digest, rounds, salt, hash));
    }

    private static int rounds(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw HashRefused.malformed("The number of rounds is none.");
        }
        return Limits.within("The number of rounds", Long.parseLong(text), 1, Limits.DIGESTS);
    }

    private static Conversion conversion(HashDigest digest, int rounds, byte[] salt, byte[] hash) {
        if (rounds > 1) {
            return new Conversion.Impossible("Auth0 has no digest of more than one round.");
        }
        if (digest == HashDigest.SHA384) {
            return new Conversion.Impossible("Auth0 has no salted SHA-384.");
        }
        return Auth0Form.digest(digest, salt, Bytes.none(), hash);
    }
}
