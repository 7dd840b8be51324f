package io.github.auth0migration.sample.users;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How much work a hash is. The strength for new hashes is one that <a
 * href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP</a> recommends.
 *
 * @param kibibytes how much memory
 * @param rounds how often over it
 * @param lanes in how many lanes
 */
record Argon2id(int kibibytes, int rounds, int lanes) {

    static final Argon2id RECOMMENDED = new Argon2id(19_456, 2, 1);

    /** Limits on what is read back, so that a tampered row cannot take all memory. */
    boolean isBearable() {
        return kibibytes >= 8 * lanes
                && kibibytes <= 262_144
                && rounds >= 1
                && rounds <= 16
                && lanes >= 1
                && lanes <= 16;
    }

    byte[] hash(String password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(rounds)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
