package io.github.auth0migration.password;

import java.math.BigInteger;

/** phpass over the JDK's digests, with the text form by arithmetic on one large number. */
final class DrupalOracle {

    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private DrupalOracle() {}

    /** 2^7 rounds. */
    static String hash(String prefix, String password) {
        String algorithm = prefix.equals("$S$") ? "SHA-512" : "MD5";
        byte[] typed = Oracle.utf8(password);
        byte[] hash = Oracle.digest(algorithm, Oracle.utf8("saltsalt"), typed);
        for (int round = 0; round < 128; round++) {
            hash = Oracle.digest(algorithm, hash, typed);
        }
        return prefix + "5" + "saltsalt" + text(hash).substring(0, prefix.equals("$S$") ? 43 : 22);
    }

    private static String text(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        BigInteger number = new BigInteger(1, reversed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i * 6 < bytes.length * 8; i++) {
            text.append(ALPHABET.charAt(number.shiftRight(6 * i).intValue() & 63));
        }
        return text.toString();
    }
}
