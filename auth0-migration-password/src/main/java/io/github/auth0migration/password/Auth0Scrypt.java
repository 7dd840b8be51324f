package io.github.auth0migration.password;

/** scrypt in Auth0's form, with Auth0's defaults. */
final class Auth0Scrypt {

    private Auth0Scrypt() {}

    static Verifier parse(Fields form, byte[] hash) {
        long keylen = form.integer("keylen").orElseThrow(() -> HashRefused.malformed("keylen is missing."));
        if (keylen != hash.length) {
            throw HashRefused.malformed("keylen is not the length of the hash.");
        }
        Limits.derived("the hash", hash);
        int cost = Limits.within("cost", form.integer("cost").orElse(16384L), 2, Limits.SCRYPT_BLOCKS);
        int blockSize = Limits.within("blockSize", form.integer("blockSize").orElse(8L), 1, Limits.SCRYPT_BLOCKS);
        int lanes =
                Limits.within("parallelization", form.integer("parallelization").orElse(1L), 1, Limits.SCRYPT_BLOCKS);
        checkWork(cost, blockSize, lanes);
        return Verifier.of(Derivation.scrypt(salt(form), cost, blockSize, lanes, hash.length), hash);
    }

    private static void checkWork(int cost, int blockSize, int lanes) {
        if (Integer.bitCount(cost) != 1 || (blockSize == 1 && cost >= 65536)) {
            throw HashRefused.malformed("cost is no power of two, or too large for blockSize 1.");
        }
        Limits.within("cost times blockSize", (long) cost * blockSize, 1, Limits.SCRYPT_BLOCKS);
        // Both factors are below 2^22, so the product fits.
        long all = (long) cost * blockSize * lanes;
        Limits.within("cost times blockSize times parallelization", all, 1, Limits.SCRYPT_BLOCKS_TIMES_LANES);
    }

    private static byte[] salt(Fields form) {
        if (!form.has("salt")) {
            throw HashRefused.malformed("salt is missing.");
        }
        Auth0Salt salt = Auth0Salt.of(form);
        if (salt.suffix().length > 0) {
            throw HashRefused.malformed("The salt of scrypt has no position.");
        }
        return Limits.saltNotEmpty("salt", salt.prefix());
    }
}
