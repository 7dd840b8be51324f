package io.github.auth0migration.password;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.ScryptFunction;
import com.password4j.types.Argon2;
import com.password4j.types.Bcrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Hashes made by others than the code under test: the JDK and password4j. */
final class Oracle {

    private Oracle() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String unpadded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The text of a digest, in lower case. */
    static byte[] hex(byte[] bytes) {
        return utf8(HexFormat.of().formatHex(bytes));
    }

    static byte[] upperHex(byte[] bytes) {
        return utf8(HexFormat.of().withUpperCase().formatHex(bytes));
    }

    /** The JDK's digest of all parts in a row. */
    static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] hmac(String algorithm, byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] pbkdf2(String hmac, String password, byte[] salt, int rounds, int length) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, length * 8);
            return SecretKeyFactory.getInstance("PBKDF2With" + hmac)
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** By $2b$ always: crypt(3) makes the same of $2a$ and $2y$, password4j's $2a$ takes bytes above 127 wrong. */
    static String bcrypt(Bcrypt variant, int cost, String password) {
        String hash = BcryptFunction.getInstance(Bcrypt.B, cost).hash(password).getResult();
        return hash.replace("$2b$", "$2" + variant.minor() + "$");
    }

    static boolean bcryptMatches(String hash, String password) {
        String asB = "$2b$" + hash.substring(4);
        return BcryptFunction.getInstanceFromHash(asB).check(password, asB);
    }

    static String argon2(Argon2 type, int version, String password) {
        return Argon2Function.getInstance(64, 2, 2, 32, type, version)
                .hash(password, "saltsaltsalt")
                .getResult()
                // It writes the type in the lower case of the default locale.
                .replace('\u0131', 'i');
    }

    static byte[] scrypt(String password, String salt, int cost, int blockSize, int lanes, int length) {
        return ScryptFunction.getInstance(cost, blockSize, lanes, length)
                .hash(password, salt)
                .getBytes();
    }
}
