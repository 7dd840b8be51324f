package io.github.auth0migration.password;

import java.security.MessageDigest;
import java.util.List;
import java.util.function.Predicate;

/** Compares what every way of making the hash makes of a password with the hash, in constant time. */
final class Verifier {

    private final List<Derivation> ways;
    private final byte[] expected;
    private final Predicate<byte[]> judges;

    private Verifier(List<Derivation> ways, byte[] expected, Predicate<byte[]> judges) {
        this.ways = ways;
        this.expected = expected;
        this.judges = judges;
    }

    static Verifier of(Derivation derivation, byte[] expected) {
        return anyOf(List.of(derivation), expected);
    }

    /**
     * A verifier for a hash of which it is not told in which of these ways it was made. One way that gives the whole hash
     * proves the password, for it is no shorter than 128 bits.
     */
    static Verifier anyOf(List<Derivation> ways, byte[] expected) {
        return new Verifier(List.copyOf(ways), expected, password -> true);
    }

    /** A verifier that looks only at passwords of which the algorithm can tell. */
    Verifier judging(Predicate<byte[]> judgeable) {
        return new Verifier(ways, expected, judgeable);
    }

    PasswordCheck check(byte[] password) {
        if (!judges.test(password)) {
            return PasswordCheck.NOT_JUDGED;
        }
        boolean matches = false;
        for (Derivation way : ways) {
            // No early end: the time must not tell which way it was.
            matches |= MessageDigest.isEqual(way.of(password), expected);
        }
        return matches ? PasswordCheck.MATCHES : PasswordCheck.DIFFERS;
    }
}
