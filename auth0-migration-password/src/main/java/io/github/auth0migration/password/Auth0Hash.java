package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.Map;
import java.util.Set;

/** Auth0's {@code custom_password_hash}. */
final class Auth0Hash {

    private static final Set<String> FIELDS = Set.of("algorithm", "hash", "salt", "password");
    private static final Set<String> SCRYPT_FIELDS =
            Set.of("algorithm", "hash", "salt", "password", "keylen", "cost", "blockSize", "parallelization");

    private final Fields all;
    private final Fields hash;

    private Auth0Hash(Fields all) {
        this.all = all;
        this.hash = all.requiredObject("hash").only(Set.of("value", "encoding", "digest", "key"));
    }

    static PasswordHash parse(Map<String, ?> form) {
        Fields all = Fields.of(form);
        String algorithm = all.requiredText("algorithm");
        all.only(algorithm.equals("scrypt") ? SCRYPT_FIELDS : FIELDS);
        PasswordEncoding encoding = all.object("password")
                .map(password -> password.only(Set.of("encoding")))
                .map(password -> PasswordEncoding.named(password.text("encoding", "utf8")))
                .orElse(PasswordEncoding.UTF8);
        Verifier verifier = new Auth0Hash(all).verifier(algorithm);
        return new PasswordHash(
                "auth0 " + algorithm, encoding, verifier, new Conversion.CustomPasswordHash(PlainCopy.of(form)));
    }

    private Verifier verifier(String algorithm) {
        if (!algorithm.equals("hmac") && (hash.has("digest") || hash.has("key"))) {
            throw HashRefused.malformed("hash.digest and hash.key belong to hmac only.");
        }
        return switch (algorithm) {
            case "argon2" -> PhcArgon2.parse(textWithOwnSalt());
            case "bcrypt" -> bcrypt();
            case "hmac" -> hmac();
            case "ldap" -> LdapHash.parse(textWithOwnSalt());
            case "md4", "md5", "sha1", "sha256", "sha512" ->
                digest(HashDigest.named(algorithm).orElseThrow());
            case "pbkdf2" -> PhcPbkdf2.parse(textWithOwnSalt());
            case "scrypt" -> Auth0Scrypt.parse(all, bytes());
            default -> throw HashRefused.because(Reason.UNKNOWN_FORMAT, "algorithm is none that Auth0 names.");
        };
    }

    private Verifier digest(HashDigest digest) {
        byte[] value = digest.checkedLength(bytes());
        Auth0Salt salt = Auth0Salt.of(all);
        return Verifier.of(Derivation.digest(digest, salt.prefix(), salt.suffix(), 1), value);
    }

    private Verifier bcrypt() {
        BcryptHash bcrypt = BcryptHash.parse(text());
        if (bcrypt.isBuggy()) {
            throw HashRefused.because(Reason.UNSUPPORTED, "Auth0 takes $2a$, $2b$ and $2y$, but not $2x$.");
        }
        Auth0Salt salt = Auth0Salt.of(all);
        return bcrypt.verifier(salt.prefix(), salt.suffix());
    }

    private Verifier hmac() {
        refuseSalt();
        HashDigest digest = HashDigest.named(hash.requiredText("digest"))
                .orElseThrow(() -> HashRefused.malformed("hash.digest is none that Auth0 names."));
        Fields key = hash.requiredObject("key").only(Set.of("value", "encoding"));
        byte[] bytes = Limits.saltNotEmpty("hash.key", Auth0Salt.decoded("hash.key", key));
        return Verifier.of(Derivation.hmac(digest, bytes), digest.checkedLength(bytes()));
    }

    private String textWithOwnSalt() {
        refuseSalt();
        return text();
    }

    private void refuseSalt() {
        if (all.has("salt")) {
            throw HashRefused.malformed("Auth0 allows no salt beside this algorithm.");
        }
    }

    private String text() {
        if (!hash.text("encoding", "utf8").equals("utf8")) {
            throw HashRefused.malformed("hash.encoding must be utf8 for this algorithm.");
        }
        return hash.requiredText("value");
    }

    private byte[] bytes() {
        String value = hash.requiredText("value");
        return switch (hash.requiredText("encoding")) {
            case "hex" -> StrictText.hex("hash.value", value);
            case "base64" -> StrictText.anyBase64("hash.value", value);
            default -> throw HashRefused.malformed("hash.encoding must be hex or base64 for this algorithm.");
        };
    }
}
