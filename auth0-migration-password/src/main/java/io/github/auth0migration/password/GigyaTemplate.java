package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Gigya hashes: the password, once, with bytes of salt and constants around it. */
final class GigyaTemplate {

    private static final Pattern TEXT_PART = Pattern.compile("\\$password|\\$salt|[^$]+");
    private static final Pattern BINARY_PART =
            Pattern.compile("\\$(?:(password):utf8|(salt):(utf8|hex|base64)|0x((?:[0-9A-Fa-f]{2})+))");
    private static final String SALT = "hashSettings.salt";

    private byte[] prefix = Bytes.none();
    private byte[] suffix = Bytes.none();
    private boolean hasPassword;
    private boolean hasSalt;

    private GigyaTemplate() {}

    /** A {@code format}: texts in UTF-8, the salt in clear. */
    static GigyaTemplate text(String format, Optional<String> salt) {
        GigyaTemplate template = new GigyaTemplate();
        Matcher parts = TEXT_PART.matcher(format);
        int end = 0;
        while (parts.find() && parts.start() == end) {
            end = parts.end();
            switch (parts.group()) {
                case "$password" -> template.password();
                case "$salt" -> template.salt(Bytes.utf8(present(salt)));
                default -> template.bytes(Bytes.utf8(parts.group()));
            }
        }
        return template.complete(end == format.length(), salt.isPresent());
    }

    /** A {@code binaryFormat}. The password's UTF-16 and UTF-32 lack a byte order, its hex and Base64 a direction. */
    static GigyaTemplate binary(String format, Optional<String> salt) {
        GigyaTemplate template = new GigyaTemplate();
        Matcher parts = BINARY_PART.matcher(format);
        int end = 0;
        while (parts.find() && parts.start() == end) {
            end = parts.end();
            if (parts.group(1) != null) {
                template.password();
            } else if (parts.group(2) != null) {
                template.salt(decoded(parts.group(3), present(salt)));
            } else {
                template.bytes(StrictText.hex("hashSettings.binaryFormat", parts.group(4)));
            }
        }
        return template.complete(end == format.length(), salt.isPresent());
    }

    byte[] prefix() {
        return prefix;
    }

    byte[] suffix() {
        return suffix;
    }

    private void password() {
        if (hasPassword) {
            throw unconfirmed("The format has the password twice.");
        }
        hasPassword = true;
    }

    private void salt(byte[] salt) {
        hasSalt = true;
        bytes(Limits.saltNotEmpty(SALT, salt));
    }

    private void bytes(byte[] bytes) {
        if (hasPassword) {
            suffix = Bytes.concat(suffix, bytes);
        } else {
            prefix = Bytes.concat(prefix, bytes);
        }
    }

    private GigyaTemplate complete(boolean understood, boolean saltGiven) {
        if (!understood || !hasPassword) {
            // Without the password in it, any password would do.
            throw unconfirmed("The format has parts that nobody documents, or no password.");
        }
        if (saltGiven != hasSalt) {
            throw unconfirmed("There is a salt, and the format does not say where it goes.");
        }
        Limits.salt("what surrounds the password", Bytes.concat(prefix, suffix));
        return this;
    }

    private static byte[] decoded(String encoding, String salt) {
        return switch (encoding) {
            case "hex" -> StrictText.hex(SALT, salt);
            case "base64" -> StrictText.base64(SALT, salt);
            default -> Bytes.utf8(salt);
        };
    }

    private static String present(Optional<String> salt) {
        return salt.orElseThrow(() -> HashRefused.malformed("The format has a salt, but " + SALT + " is missing."));
    }

    private static HashRefused unconfirmed(String detail) {
        return HashRefused.because(Reason.UNCONFIRMED, detail);
    }
}
