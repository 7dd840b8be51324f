package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;

/** What one verification may cost: exports are files that anybody may have touched. */
final class Limits {

    static final int PASSWORD_CHARS = 1024;

    /** No encoding has more for one char of Java's. */
    static final int PASSWORD_BYTES = 4 * PASSWORD_CHARS;

    static final int TEXT_CHARS = 8192;
    static final int SALT_BYTES = 1024;

    static final int BCRYPT_MIN_COST = 4;
    static final int BCRYPT_MAX_COST = 16;
    static final int DIGESTS = 6_000_000;
    static final int DIGEST_BLOCK_BYTES = 64;
    static final int PHPASS_MAX_LOG2 = 19;

    static final int ARGON2_KIB = 262_144;
    static final int ARGON2_KIB_TIMES_PASSES = 1_048_576;
    static final int ARGON2_LANES = 16;
    static final int ARGON2_SALT_BYTES = 8;

    static final int SCRYPT_BLOCKS = 1 << 21;
    static final int SCRYPT_BLOCKS_TIMES_LANES = 1 << 22;

    /** Below this, a derived key of a length of the file's choosing would let wrong passwords in by chance. */
    static final int DERIVED_MIN_BYTES = 16;

    static final int DERIVED_MAX_BYTES = 256;

    private Limits() {}

    /** {@return the number, which fits an int since it is within the bounds} */
    static int within(String what, long value, int min, int max) {
        if (value < min || value > max) {
            throw HashRefused.because(
                    Reason.OUT_OF_BOUNDS, what + " is not within " + min + " and " + max + ", so it is not computed.");
        }
        return (int) value;
    }

    /** {@return the rounds, if all blocks of the derived key together are within the bounds} */
    static int pbkdf2Rounds(long rounds, HashDigest digest, int keyLength) {
        int blocks = (keyLength + digest.length() - 1) / digest.length();
        return within("The number of rounds", rounds, 1, DIGESTS / blocks);
    }

    /** {@return the rounds, if all blocks of all ways together are within the bounds} */
    static int digestRounds(long rounds, int ways, int bytesPerRound) {
        int blocks = bytesPerRound / DIGEST_BLOCK_BYTES + 1;
        return within("The number of rounds", rounds, 1, DIGESTS / (ways * blocks));
    }

    static byte[] derived(String what, byte[] key) {
        within("The length of " + what + " in bytes", key.length, DERIVED_MIN_BYTES, DERIVED_MAX_BYTES);
        return key;
    }

    static byte[] salt(String what, byte[] salt) {
        within("The length of " + what + " in bytes", salt.length, 0, SALT_BYTES);
        return salt;
    }

    static byte[] saltNotEmpty(String what, byte[] salt) {
        if (salt.length == 0) {
            throw HashRefused.malformed(what + " is empty.");
        }
        return salt(what, salt);
    }

    static String text(String what, String text) {
        within("The length of " + what, text.length(), 0, TEXT_CHARS);
        return text;
    }
}
