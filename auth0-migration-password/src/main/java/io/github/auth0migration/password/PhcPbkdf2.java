package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** PBKDF2 as a PHC string of Auth0's making, with Auth0's defaults and OpenSSL's names of digests. */
final class PhcPbkdf2 {

    private static final String NUMBER = "([1-9][0-9]{0,9})";
    private static final Pattern FORM = Pattern.compile("\\$pbkdf2-([A-Za-z0-9-]{1,32})(?:\\$(?:i=" + NUMBER + "(?:,l="
            + NUMBER + ")?|l=" + NUMBER + "))?\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final long DEFAULT_ROUNDS = 100_000;
    private static final long DEFAULT_LENGTH = 64;

    private static final Map<String, HashDigest> DIGESTS = Map.ofEntries(
            Map.entry("RSA-MD4", HashDigest.MD4),
            Map.entry("md4", HashDigest.MD4),
            Map.entry("md4WithRSAEncryption", HashDigest.MD4),
            Map.entry("RSA-RIPEMD160", HashDigest.RIPEMD160),
            Map.entry("ripemd", HashDigest.RIPEMD160),
            Map.entry("ripemd160", HashDigest.RIPEMD160),
            Map.entry("ripemd160WithRSA", HashDigest.RIPEMD160),
            Map.entry("rmd160", HashDigest.RIPEMD160),
            Map.entry("RSA-SHA1", HashDigest.SHA1),
            Map.entry("RSA-SHA1-2", HashDigest.SHA1),
            Map.entry("sha1", HashDigest.SHA1),
            Map.entry("sha1WithRSAEncryption", HashDigest.SHA1),
            Map.entry("ssl3-sha1", HashDigest.SHA1),
            Map.entry("RSA-SHA224", HashDigest.SHA224),
            Map.entry("sha224", HashDigest.SHA224),
            Map.entry("sha224WithRSAEncryption", HashDigest.SHA224),
            Map.entry("RSA-SHA256", HashDigest.SHA256),
            Map.entry("sha256", HashDigest.SHA256),
            Map.entry("sha256WithRSAEncryption", HashDigest.SHA256),
            Map.entry("RSA-SHA384", HashDigest.SHA384),
            Map.entry("sha384", HashDigest.SHA384),
            Map.entry("sha384WithRSAEncryption", HashDigest.SHA384),
            Map.entry("RSA-SHA512", HashDigest.SHA512),
            Map.entry("sha512", HashDigest.SHA512),
            Map.entry("sha512WithRSAEncryption", HashDigest.SHA512),
            Map.entry("whirlpool", HashDigest.WHIRLPOOL));

    private PhcPbkdf2() {}

    static Verifier parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw HashRefused.malformed("This is no $pbkdf2-digest$i=…,l=…$salt$hash.");
        }
        HashDigest digest = digest(matcher.group(1));
        byte[] hash = Limits.derived("the hash", StrictText.unpaddedBase64("The hash", matcher.group(6)));
        String length = matcher.group(3) == null ? matcher.group(4) : matcher.group(3);
        if (number(length, DEFAULT_LENGTH) != hash.length) {
            throw HashRefused.malformed("l is not the length of the hash in bytes.");
        }
        byte[] salt = Limits.salt("the salt", StrictText.unpaddedBase64("The salt", matcher.group(5)));
        int rounds = Limits.pbkdf2Rounds(number(matcher.group(2), DEFAULT_ROUNDS), digest, hash.length);
        return Verifier.of(Derivation.pbkdf2(digest, salt, rounds, hash.length), hash);
    }

    private static HashDigest digest(String name) {
        HashDigest digest = DIGESTS.get(name);
        if (digest == null) {
            // Auth0's own example of pbkdf2-md5 could not be reproduced; MDC2 is in no library here.
            throw HashRefused.because(
                    Reason.UNCONFIRMED, "PBKDF2 with this digest is not known to be what Auth0 computes.");
        }
        return digest;
    }

    private static long number(@Nullable String digits, long otherwise) {
        return digits == null ? otherwise : Long.parseLong(digits);
    }
}
