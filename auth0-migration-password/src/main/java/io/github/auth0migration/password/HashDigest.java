package io.github.auth0migration.password;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.MD4Digest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA224Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;

/** The digests that Auth0 names. The JDK lacks three of them, so all are Bouncy Castle's. */
enum HashDigest {
    MD4(16),
    MD5(16),
    RIPEMD160(20),
    SHA1(20),
    SHA224(28),
    SHA256(32),
    SHA384(48),
    SHA512(64),
    WHIRLPOOL(64);

    private final int length;

    HashDigest(int length) {
        this.length = length;
    }

    /** {@return the digest that Auth0 calls so} */
    static Optional<HashDigest> named(String auth0Name) {
        return Arrays.stream(values())
                .filter(digest -> digest.auth0Name().equals(auth0Name))
                .findFirst();
    }

    String auth0Name() {
        return name().toLowerCase(Locale.ROOT);
    }

    int length() {
        return length;
    }

    Digest newDigest() {
        return switch (this) {
            case MD4 -> new MD4Digest();
            case MD5 -> new MD5Digest();
            case RIPEMD160 -> new RIPEMD160Digest();
            case SHA1 -> new SHA1Digest();
            case SHA224 -> new SHA224Digest();
            case SHA256 -> new SHA256Digest();
            case SHA384 -> new SHA384Digest();
            case SHA512 -> new SHA512Digest();
            case WHIRLPOOL -> new WhirlpoolDigest();
        };
    }

    /** {@return the digest of the parts, one after the other} */
    byte[] of(byte[]... parts) {
        Digest digest = newDigest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[length];
        digest.doFinal(out, 0);
        return out;
    }

    /** {@return the bytes, if they are as many as this digest gives} */
    byte[] checkedLength(byte[] hash) {
        if (hash.length != length) {
            throw HashRefused.malformed("The hash is not as long as a " + auth0Name() + " digest.");
        }
        return hash;
    }
}
