package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.Map;

/** The hash of a Gigya account, by its algorithm; a site mixes them, for it rehashes at the first sign-in. */
final class GigyaHash {

    private GigyaHash() {}

    static PasswordHash parse(Map<String, ?> passwordObject, GigyaHashSettings settings) {
        GigyaPassword password = GigyaPassword.of(passwordObject);
        return switch (password.algorithm()) {
            case "md5" -> GigyaDigest.parse(password, HashDigest.MD5);
            case "sha1" -> GigyaDigest.parse(password, HashDigest.SHA1);
            case "sha256" -> GigyaDigest.parse(password, HashDigest.SHA256);
            case "sha512" -> GigyaDigest.parse(password, HashDigest.SHA512);
            case "pbkdf2" ->
                pbkdf2(
                        password,
                        settings.pbkdf2Digest()
                                .orElseThrow(
                                        () -> HashRefused.because(
                                                Reason.SETTING_REQUIRED,
                                                "Gigya does not tell the digest within pbkdf2: set GigyaHashSettings.withPbkdf2Digest.")));
            case "pbkdf2_sha256" -> pbkdf2(password, HashDigest.SHA256);
            case "pbkdf2_sha512" -> pbkdf2(password, HashDigest.SHA512);
            case "bcrypt" -> bcrypt(password);
            case "md5_crypt" -> Md5Crypt.parse(password.compound(), password.label());
            case "drupal" -> Phpass.parse(password.compound(), password.label());
            case "sha1_hashbytes" -> GigyaHashBytes.parse(password);
            case "sha512Hexa" -> GigyaHexa.parse(password);
            case "md5_double_salted" -> GigyaDoubleSalted.parse(password);
            case "symphony2" -> GigyaSymfony.parse(password);
            case "sap_abap", "custom" ->
                throw HashRefused.because(
                        Reason.UNSUPPORTED, "This algorithm is the customer's or SAP's own; it is not computed here.");
            default -> throw HashRefused.because(Reason.UNKNOWN_FORMAT, "hashSettings.algorithm is none that we know.");
        };
    }

    private static PasswordHash pbkdf2(GigyaPassword password, HashDigest digest) {
        password.refuseTemplates();
        byte[] hash = Limits.derived("the hash", password.hash());
        byte[] salt = password.saltNotEmpty();
        long rounds = password.rounds()
                .orElseThrow(
                        () -> HashRefused.malformed("hashSettings.rounds is missing, and one round is no PBKDF2."));
        int checked = Limits.pbkdf2Rounds(rounds, digest, hash.length);
        Verifier verifier = Verifier.of(Derivation.pbkdf2(digest, salt, checked, hash.length), hash);
        return new PasswordHash(password.label(), verifier, Auth0Form.pbkdf2(digest, checked, salt, hash));
    }

    private static PasswordHash bcrypt(GigyaPassword password) {
        password.refuseTemplates();
        if (password.isCompound()) {
            return BcryptHash.parse(password.compound()).named(password.label());
        }
        long rounds = password.rounds().orElse(1L);
        if (Long.bitCount(rounds) != 1 || rounds < 0) {
            throw HashRefused.malformed("hashSettings.rounds of bcrypt is no power of two.");
        }
        return BcryptHash.ofRaw(Long.numberOfTrailingZeros(rounds), password.salt(), password.hash())
                .named(password.label());
    }
}
