package io.github.auth0migration.spi;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Keys for tests, in each form that consoles hand out. */
final class Pem {

    // What PKCS#8 puts before the key's own form: a sequence, the version, the algorithm, an octet string.
    private static final int BEFORE_RSA_2048 = 4 + 3 + 15 + 4;
    private static final int BEFORE_EC_P256 = 2 + 3 + 21 + 2;

    private Pem() {}

    static KeyPair rsa(int bits) throws Exception {
        return pair("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
    }

    static KeyPair ec(String curve) throws Exception {
        return pair("EC", new ECGenParameterSpec(curve));
    }

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec spec) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(spec);
        return generator.generateKeyPair();
    }

    static String pkcs8(KeyPair pair) {
        return block("PRIVATE KEY", pair.getPrivate().getEncoded());
    }

    static String pkcs1(KeyPair rsa2048) {
        return block("RSA PRIVATE KEY", without(rsa2048, BEFORE_RSA_2048));
    }

    static String sec1(KeyPair p256) {
        return block("EC PRIVATE KEY", without(p256, BEFORE_EC_P256));
    }

    private static byte[] without(KeyPair pair, int prefix) {
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        return Arrays.copyOfRange(pkcs8, prefix, pkcs8.length);
    }

    static String block(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }
}
