package io.github.auth0migration.password;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.BCrypt;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** Makes of a password the bytes that are compared with the hash. Parameters are within {@link Limits} already. */
@FunctionalInterface
interface Derivation {

    byte[] of(byte[] password);

    /** H(prefix, password, suffix); then, as Shiro does it, the digest of the digest, without salt, until all rounds are done. */
    static Derivation digest(HashDigest digest, byte[] prefix, byte[] suffix, int rounds) {
        return password -> {
            byte[] hash = digest.of(prefix, password, suffix);
            for (int round = 1; round < rounds; round++) {
                hash = digest.of(hash);
            }
            return hash;
        };
    }

    static Derivation hmac(HashDigest digest, byte[] key) {
        return password -> {
            HMac mac = new HMac(digest.newDigest());
            mac.init(new KeyParameter(key));
            mac.update(password, 0, password.length);
            byte[] out = new byte[mac.getMacSize()];
            mac.doFinal(out, 0);
            return out;
        };
    }

    static Derivation pbkdf2(HashDigest digest, byte[] salt, int rounds, int length) {
        return password -> {
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(digest.newDigest());
            generator.init(password, salt, rounds);
            return ((KeyParameter) generator.generateDerivedMacParameters(length * 8)).getKey();
        };
    }

    static Derivation scrypt(byte[] salt, int cost, int blockSize, int lanes, int length) {
        return password -> SCrypt.generate(password, salt, cost, blockSize, lanes, length);
    }

    static Derivation argon2(Argon2Parameters parameters, int length) {
        return password -> {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            byte[] out = new byte[length];
            generator.generateBytes(password, out);
            return out;
        };
    }

    /** The first {@code length} of bcrypt's 24 bytes; the password ends in a NUL unless it fills all 72 bytes. */
    static Derivation bcrypt(byte[] salt, int cost, int length) {
        return password -> Arrays.copyOf(BCrypt.generate(password, salt, cost, true), length);
    }
}
