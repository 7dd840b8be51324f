package io.github.auth0migration.password;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Gigya hashes: the password, once, with bytes of salt and constants around it. */
final class GigyaTemplate {

    private static final Pattern TEXT_PART = Pattern.compile("\\$password|\\$salt|[^$]+");
    private static final Pattern BINARY_PART =
            Pattern.compile("\\$(?:password:(utf8|utf16|utf32)|(salt):(utf8|hex|base64)|0x((?:[0-9A-Fa-f]{2})+))");
    private static final String SALT = "hashSettings.salt";

    private byte[] prefix = Bytes.none();
    private byte[] suffix = Bytes.none();
    private List<PasswordEncoding> encodings = List.of();
    private boolean hasSalt;

    private GigyaTemplate() {}

    /** A {@code format}: texts in UTF-8, the salt in clear. */
    static List<Join> text(String format, Optional<String> salt) {
        GigyaTemplate template = new GigyaTemplate();
        Matcher parts = TEXT_PART.matcher(format);
        int end = 0;
        while (parts.find() && parts.start() == end) {
            end = parts.end();
            switch (parts.group()) {
                case "$password" -> template.password(PasswordEncoding.UTF8);
                case "$salt" -> template.salt(Bytes.utf8(present(salt)));
                default -> template.bytes(Bytes.utf8(parts.group()));
            }
        }
        return template.complete(end == format.length(), salt.isPresent());
    }

    /**
     * A {@code binaryFormat}. The password's UTF-16 and UTF-32 lack a byte order, so both are ways; its hex and Base64 lack
     * a direction.
     */
    static List<Join> binary(String format, Optional<String> salt) {
        GigyaTemplate template = new GigyaTemplate();
        Matcher parts = BINARY_PART.matcher(format);
        int end = 0;
        while (parts.find() && parts.start() == end) {
            end = parts.end();
            if (parts.group(1) != null) {
                template.password(encodings(parts.group(1)));
            } else if (parts.group(2) != null) {
                template.salt(decoded(parts.group(3), present(salt)));
            } else {
                template.bytes(StrictText.hex("hashSettings.binaryFormat", parts.group(4)));
            }
        }
        return template.complete(end == format.length(), salt.isPresent());
    }

    private static PasswordEncoding[] encodings(String name) {
        return switch (name) {
            case "utf16" -> new PasswordEncoding[] {PasswordEncoding.UTF16LE, PasswordEncoding.UTF16BE};
            case "utf32" -> new PasswordEncoding[] {PasswordEncoding.UTF32LE, PasswordEncoding.UTF32BE};
            default -> new PasswordEncoding[] {PasswordEncoding.UTF8};
        };
    }

    private void password(PasswordEncoding... ways) {
        if (hasPassword()) {
            throw GigyaPassword.unconfirmed("The format has the password twice.");
        }
        encodings = List.of(ways);
    }

    private boolean hasPassword() {
        return !encodings.isEmpty();
    }

    private void salt(byte[] salt) {
        hasSalt = true;
        bytes(Limits.saltNotEmpty(SALT, salt));
    }

    private void bytes(byte[] bytes) {
        if (hasPassword()) {
            suffix = Bytes.concat(suffix, bytes);
        } else {
            prefix = Bytes.concat(prefix, bytes);
        }
    }

    private List<Join> complete(boolean understood, boolean saltGiven) {
        if (!understood || !hasPassword()) {
            // Without the password in it, any password would do.
            throw GigyaPassword.unconfirmed("The format has parts that nobody documents, or no password.");
        }
        if (saltGiven != hasSalt) {
            throw GigyaPassword.unconfirmed("There is a salt, and the format does not say where it goes.");
        }
        Limits.salt("what surrounds the password", Bytes.concat(prefix, suffix));
        return encodings.stream()
                .map(encoding -> new Join(prefix, suffix, encoding))
                .toList();
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
}
