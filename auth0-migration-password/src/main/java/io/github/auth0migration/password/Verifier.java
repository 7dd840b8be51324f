package io.github.auth0migration.password;

import java.security.MessageDigest;
import java.util.function.Predicate;

/** Compares what a derivation makes of a password with the hash, in constant time. */
final class Verifier {

    private final Derivation derivation;
    private final byte[] expected;
    private final Predicate<byte[]> judges;

    private Verifier(Derivation derivation, byte[] expected, Predicate<byte[]> judges) {
        this.derivation = derivation;
        this.expected = expected;
        this.judges = judges;
    }

    static Verifier of(Derivation derivation, byte[] expected) {
        return new Verifier(derivation, expected, password -> true);
    }

    /** A verifier that looks only at passwords of which the algorithm can tell. */
    Verifier judging(Predicate<byte[]> judgeable) {
        return new Verifier(derivation, expected, judgeable);
    }

    PasswordCheck check(byte[] password) {
        if (!judges.test(password)) {
            return PasswordCheck.NOT_JUDGED;
        }
        return MessageDigest.isEqual(derivation.of(password), expected) ? PasswordCheck.MATCHES : PasswordCheck.DIFFERS;
    }
}
