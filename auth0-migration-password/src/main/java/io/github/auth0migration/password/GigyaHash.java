package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.Map;
import java.util.Set;

/** The password object of a Gigya account; a site mixes algorithms, for it rehashes at the first sign-in. */
final class GigyaHash {

    private static final Set<String> SETTINGS = Set.of("algorithm", "rounds", "salt", "format", "binaryFormat", "url");

    private final Fields password;
    private final Fields hashing;
    private final String algorithm;

    private GigyaHash(Fields password, Fields hashing) {
        this.password = password;
        this.hashing = hashing;
        this.algorithm = hashing.requiredText("algorithm");
    }

    static PasswordHash parse(Map<String, ?> passwordObject, GigyaHashSettings settings) {
        Fields password = Fields.of(passwordObject);
        boolean compound = password.has("compoundHash");
        if (!compound && !password.has("hash")) {
            throw HashRefused.because(Reason.NO_PASSWORD, "The account has no password hash.");
        }
        if (compound && password.has("hash")) {
            throw HashRefused.malformed("There is a hash and a compoundHash: which one counts is nowhere said.");
        }
        Fields hashing = password.requiredObject("hashSettings").only(SETTINGS);
        return new GigyaHash(password, hashing).read(settings);
    }

    private PasswordHash read(GigyaHashSettings settings) {
        return switch (algorithm) {
            case "md5" -> digest(HashDigest.MD5);
            case "sha1" -> digest(HashDigest.SHA1);
            case "sha256" -> digest(HashDigest.SHA256);
            case "sha512" -> digest(HashDigest.SHA512);
            case "pbkdf2" ->
                pbkdf2(
                        settings.pbkdf2Digest()
                                .orElseThrow(
                                        () -> HashRefused.because(
                                                Reason.SETTING_REQUIRED,
                                                "Gigya does not tell the digest within pbkdf2: set GigyaHashSettings.withPbkdf2Digest.")));
            case "pbkdf2_sha256" -> pbkdf2(HashDigest.SHA256);
            case "pbkdf2_sha512" -> pbkdf2(HashDigest.SHA512);
            case "bcrypt" -> bcrypt();
            case "md5_crypt" -> Md5Crypt.parse(compound(), label());
            case "drupal" -> Phpass.parse(compound(), label());
            case "sha1_hashbytes", "sha512Hexa", "md5_double_salted", "symphony2" ->
                throw unconfirmed("Gigya does not tell how this algorithm joins its parts.");
            case "sap_abap", "custom" ->
                throw HashRefused.because(
                        Reason.UNSUPPORTED, "This algorithm is the customer's or SAP's own; it is not computed here.");
            default -> throw HashRefused.because(Reason.UNKNOWN_FORMAT, "hashSettings.algorithm is none that we know.");
        };
    }

    private String label() {
        return "gigya " + algorithm;
    }

    private PasswordHash digest(HashDigest digest) {
        if (hashing.integer("rounds").orElse(1L) != 1L) {
            throw unconfirmed("Gigya does not tell how it repeats a digest.");
        }
        byte[] hash = digest.checkedLength(rawHash());
        boolean binary = hashing.has("binaryFormat");
        GigyaTemplate template = template(binary);
        Verifier verifier = Verifier.of(Derivation.digest(digest, template.prefix(), template.suffix(), 1), hash);
        Conversion conversion = binary
                ? new Conversion.Impossible("What a binaryFormat means is inferred, and an import cannot be undone.")
                : Auth0Form.digest(digest, template.prefix(), template.suffix(), hash);
        return new PasswordHash(label() + (binary ? " (binaryFormat)" : ""), verifier, conversion);
    }

    private GigyaTemplate template(boolean binary) {
        if (binary && hashing.has("format")) {
            throw unconfirmed("Gigya does not tell which of format and binaryFormat counts.");
        }
        if (binary) {
            return GigyaTemplate.binary(hashing.requiredText("binaryFormat"), hashing.text("salt"));
        }
        if (hashing.has("salt") && !hashing.has("format")) {
            throw unconfirmed("Gigya does not tell on which side of the password the salt goes without a format.");
        }
        return GigyaTemplate.text(hashing.text("format", "$password"), hashing.text("salt"));
    }

    private PasswordHash pbkdf2(HashDigest digest) {
        refuseTemplates();
        byte[] hash = Limits.derived("the hash", rawHash());
        // A hash without its salt would be imported as somebody else's.
        byte[] salt = Limits.saltNotEmpty("hashSettings.salt", rawSalt());
        long rounds = hashing.integer("rounds")
                .orElseThrow(
                        () -> HashRefused.malformed("hashSettings.rounds is missing, and one round is no PBKDF2."));
        int checked = Limits.pbkdf2Rounds(rounds, digest, hash.length);
        Verifier verifier = Verifier.of(Derivation.pbkdf2(digest, salt, checked, hash.length), hash);
        return new PasswordHash(label(), verifier, Auth0Form.pbkdf2(digest, checked, salt, hash));
    }

    private PasswordHash bcrypt() {
        refuseTemplates();
        if (password.has("compoundHash")) {
            return BcryptHash.parse(compound()).named(label());
        }
        long rounds = hashing.integer("rounds").orElse(1L);
        if (Long.bitCount(rounds) != 1 || rounds < 0) {
            throw HashRefused.malformed("hashSettings.rounds of bcrypt is no power of two.");
        }
        return BcryptHash.ofRaw(Long.numberOfTrailingZeros(rounds), rawSalt(), rawHash())
                .named(label());
    }

    private void refuseTemplates() {
        if (hashing.has("binaryFormat") || !hashing.text("format", "$password").equals("$password")) {
            throw unconfirmed("Gigya does not tell what a format does to this algorithm.");
        }
    }

    private String compound() {
        if (hashing.has("salt")) {
            throw unconfirmed("A compoundHash has its own salt: what another one is for is nowhere said.");
        }
        refuseTemplates();
        return password.requiredText("compoundHash");
    }

    private byte[] rawHash() {
        return StrictText.base64("hash", password.requiredText("hash"));
    }

    private byte[] rawSalt() {
        return StrictText.base64("hashSettings.salt", hashing.requiredText("salt"));
    }

    private static HashRefused unconfirmed(String detail) {
        return HashRefused.because(Reason.UNCONFIRMED, detail);
    }
}
