package io.github.auth0migration.password;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** phpass' portable hashes, {@code $P$} and {@code $H$} over MD5, and Drupal's {@code $S$} over SHA-512, which is cut. */
final class Phpass {

    private static final Pattern CRYPT =
            Pattern.compile("\\$([PHS])\\$([./0-9A-Za-z])([./0-9A-Za-z]{8})([./0-9A-Za-z]{22}|[./0-9A-Za-z]{43})");
    private static final int MIN_LOG2 = 7;

    /** Drupal hashes no longer ones. */
    private static final int MAX_PASSWORD_BYTES = 512;

    private Phpass() {}

    static PasswordHash parse(String text, String format) {
        Matcher matcher = CRYPT.matcher(text);
        if (!matcher.matches()) {
            throw HashRefused.malformed("This is no complete $P$, $H$ or $S$ string.");
        }
        HashDigest digest = matcher.group(1).equals("S") ? HashDigest.SHA512 : HashDigest.MD5;
        String hash = matcher.group(4);
        if (hash.length() != (digest == HashDigest.MD5 ? 22 : 43)) {
            throw HashRefused.malformed("The hash has not the length of its kind.");
        }
        int log2 = Limits.within(
                "The logarithm of the rounds",
                CryptText.ALPHABET.indexOf(matcher.group(2)),
                MIN_LOG2,
                Limits.PHPASS_MAX_LOG2);
        Derivation derivation = derivation(digest, Bytes.utf8(matcher.group(3)), 1 << log2, hash.length());
        Verifier verifier =
                Verifier.of(derivation, Bytes.utf8(hash)).judging(password -> password.length <= MAX_PASSWORD_BYTES);
        return new PasswordHash(format, verifier, new Conversion.Impossible("Auth0 has no phpass hashes."));
    }

    private static Derivation derivation(HashDigest digest, byte[] salt, int rounds, int characters) {
        return password -> {
            byte[] hash = digest.of(salt, password);
            for (int round = 0; round < rounds; round++) {
                hash = digest.of(hash, password);
            }
            return Bytes.utf8(CryptText.encode(hash).substring(0, characters));
        };
    }
}
