package io.github.auth0migration.password;

import java.util.List;

/** Gigya's plain digests. Neither the side of a salt without a format nor the manner of further rounds is documented. */
final class GigyaDigest {

    private GigyaDigest() {}

    static PasswordHash parse(GigyaPassword password, HashDigest digest) {
        byte[] hash = digest.checkedLength(password.hash());
        List<Join> joins = password.joins();
        long rounds = password.rounds().orElse(1L);
        Verifier verifier = Repetition.verifier(digest, joins, Repetition.LOWER_CASE, rounds, hash);
        return new PasswordHash(
                label(password, rounds), verifier, conversion(password, digest, joins.get(0), rounds, hash));
    }

    private static String label(GigyaPassword password, long rounds) {
        String salt = password.unplacedSalt().isPresent() ? " (salt without format)" : "";
        return password.label() + (password.isBinary() ? " (binaryFormat)" : salt) + (rounds > 1 ? " (rounds)" : "");
    }

    private static Conversion conversion(
            GigyaPassword password, HashDigest digest, Join join, long rounds, byte[] hash) {
        if (rounds > 1) {
            return new Conversion.Impossible(
                    "Auth0 has no digest of more than one round, and Gigya does not tell how it repeats one.");
        }
        if (password.isBinary()) {
            return new Conversion.Impossible("What a binaryFormat means is inferred, and an import cannot be undone.");
        }
        if (password.unplacedSalt().isPresent()) {
            return new Conversion.Impossible(
                    "Gigya does not tell on which side of the password the salt goes without a format, and an import cannot be undone.");
        }
        return Auth0Form.digest(digest, join.prefix(), join.suffix(), hash);
    }
}
