package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0migration.spi.Sha256;
import java.math.BigInteger;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/** What a set of files looked like, in whatever order they came. */
final class Fingerprint {

    private static final int BITS = 128;

    private BigInteger sum = BigInteger.ZERO;
    private long count;

    void add(String file, BasicFileAttributes attributes) {
        add(file
                + '\0'
                + attributes.size()
                + '\0'
                + attributes.lastModifiedTime().toInstant());
    }

    void add(String item) {
        byte[] hash = Sha256.of(item.getBytes(UTF_8));
        BigInteger number = new BigInteger(1, Arrays.copyOf(hash, BITS / Byte.SIZE));
        sum = sum.add(number).mod(BigInteger.ONE.shiftLeft(BITS));
        count++;
    }

    String hex() {
        return String.format("%x%032x", count, sum);
    }
}
