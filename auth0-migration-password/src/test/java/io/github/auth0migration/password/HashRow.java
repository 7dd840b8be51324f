package io.github.auth0migration.password;

import io.github.auth0migration.testsupport.Marked;

/**
 * A row of {@code docs/hashes.md}.
 *
 * @param format how the platform writes it
 * @param basis how sure we are of how it is made
 * @param parsed an example
 * @param password its password
 */
record HashRow(String platform, String format, String basis, ParsedHash parsed, String password) {

    /** In NFC; its NFD is another password. */
    static final String PASSWORD = Marked.secret("Pässwört ñ ✓");

    static HashRow of(String platform, String format, String basis, ParsedHash parsed) {
        return new HashRow(platform, format, basis, parsed, PASSWORD);
    }

    HashRow withPassword(String other) {
        return new HashRow(platform, format, basis, parsed, other);
    }

    PasswordHash hash() {
        return parsed.fold(hash -> hash, refused -> {
            throw new AssertionError(format + ": " + refused);
        });
    }

    boolean isUnderstood() {
        return parsed instanceof ParsedHash.Understood;
    }

    boolean isConvertible() {
        return isUnderstood() && !(hash().toAuth0() instanceof Conversion.Impossible);
    }

    private String verified() {
        return isUnderstood() ? "yes" : "no";
    }

    private String converted() {
        return parsed.fold(
                hash -> hash.toAuth0()
                        .fold(
                                custom -> "`custom_password_hash` "
                                        + custom.value().get("algorithm"),
                                field -> "`password_hash`",
                                impossible -> "no"),
                refused -> "no");
    }

    private String whyNot() {
        return parsed.fold(
                hash -> hash.toAuth0().fold(custom -> "", field -> "", Conversion.Impossible::reason),
                refused -> refused.reason() + ": " + refused.detail());
    }

    String line() {
        return "| " + platform + " | " + format + " | " + basis + " | " + verified() + " | " + converted() + " | "
                + whyNot() + " |\n";
    }

    @Override
    public String toString() {
        return platform + " " + format;
    }
}
