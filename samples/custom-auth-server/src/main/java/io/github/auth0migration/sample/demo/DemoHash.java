package io.github.auth0migration.sample.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** The forms in which Stormpath kept passwords, with a salt made anew for each. */
enum DemoHash {
    /** Stormpath's own: HMAC-SHA-256 with the salt as key. */
    STORMPATH1 {
        @Override
        String of(String password) throws GeneralSecurityException {
            byte[] salt = salt();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return "$stormpath1$" + base64(salt) + "$" + base64(mac.doFinal(utf8(password)));
        }
    },
    /** bcrypt. */
    BCRYPT {
        @Override
        String of(String password) {
            return bcrypt("2a", password);
        }
    },
    /** bcrypt under the name of an old bug, which shows in bytes over 127 only. */
    BCRYPT_2X {
        @Override
        String of(String password) {
            return bcrypt("2b", password).replaceFirst("2b", "2x");
        }
    },
    /** A salted digest. */
    SHA_256 {
        @Override
        String of(String password) throws GeneralSecurityException {
            return stormpath2("SHA-256", 1, password);
        }
    },
    /** A salted digest that Auth0 does not have. */
    SHA_384 {
        @Override
        String of(String password) throws GeneralSecurityException {
            return stormpath2("SHA-384", 1, password);
        }
    },
    /** A salted digest of a digest, and so on. */
    SHA_512_OF_5000_ROUNDS {
        @Override
        String of(String password) throws GeneralSecurityException {
            return stormpath2("SHA-512", 5000, password);
        }
    };

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BCRYPT_COST = 10;

    /** The hash of a password. */
    abstract String of(String password) throws GeneralSecurityException;

    private static String bcrypt(String variant, String password) {
        return OpenBSDBCrypt.generate(variant, password.toCharArray(), salt(), BCRYPT_COST);
    }

    private static String stormpath2(String algorithm, int rounds, String password) throws GeneralSecurityException {
        byte[] salt = salt();
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        digest.update(salt);
        byte[] hash = digest.digest(utf8(password));
        for (int round = 1; round < rounds; round++) {
            hash = digest.digest(hash);
        }
        return "$stormpath2$" + algorithm + "$" + rounds + "$" + base64(salt) + "$" + base64(hash);
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
