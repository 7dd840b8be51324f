package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 2307's {@code {scheme}base64}; salted schemes hash the password before the salt, and the salt follows the digest. */
final class LdapHash {

    private static final Pattern FORM = Pattern.compile("\\{([A-Za-z0-9]{1,16})\\}(.+)");
    private static final Map<String, HashDigest> UNSALTED = Map.of(
            "MD5", HashDigest.MD5,
            "SHA", HashDigest.SHA1,
            "SHA1", HashDigest.SHA1,
            "SHA224", HashDigest.SHA224,
            "SHA256", HashDigest.SHA256,
            "SHA384", HashDigest.SHA384,
            "SHA512", HashDigest.SHA512);

    private LdapHash() {}

    static Verifier parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw HashRefused.malformed("This is no {scheme} followed by Base64.");
        }
        String scheme = matcher.group(1).toUpperCase(Locale.ROOT);
        byte[] value = StrictText.base64("hash.value", matcher.group(2));
        HashDigest plain = UNSALTED.get(scheme);
        if (plain != null) {
            return Verifier.of(Derivation.digest(plain, Bytes.none(), Bytes.none(), 1), plain.checkedLength(value));
        }
        HashDigest salted = scheme.startsWith("S") ? UNSALTED.get(scheme.substring(1)) : null;
        if (salted == null) {
            throw HashRefused.because(Reason.UNSUPPORTED, "Auth0 takes MD5, SMD5, SHA and SSHA schemes only.");
        }
        return salted(salted, value);
    }

    private static Verifier salted(HashDigest digest, byte[] value) {
        if (value.length <= digest.length()) {
            throw HashRefused.malformed("The salt is missing.");
        }
        byte[] salt = Limits.salt("the salt", Arrays.copyOfRange(value, digest.length(), value.length));
        byte[] hash = Arrays.copyOf(value, digest.length());
        return Verifier.of(Derivation.digest(digest, Bytes.none(), salt, 1), hash);
    }
}
