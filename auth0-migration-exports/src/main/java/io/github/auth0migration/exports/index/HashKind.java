package io.github.auth0migration.exports.index;

/**
 * What a password hash of an export is; tells nothing of the hash itself.
 *
 * @param name the format, or why it was refused
 * @param isVerifiable whether passwords can be verified against it
 */
public record HashKind(String name, boolean isVerifiable) {

    String text() {
        return (isVerifiable ? "+" : "-") + name;
    }

    static HashKind parse(String text) {
        return new HashKind(text.substring(1), text.charAt(0) == '+');
    }
}
