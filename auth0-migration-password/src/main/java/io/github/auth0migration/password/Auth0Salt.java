package io.github.auth0migration.password;

import java.util.Set;

/** The {@code salt} of Auth0's form: before the password unless it says otherwise, in UTF-8 unless it says otherwise. */
final class Auth0Salt {

    private final byte[] prefix;
    private final byte[] suffix;

    private Auth0Salt(byte[] prefix, byte[] suffix) {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    byte[] prefix() {
        return prefix;
    }

    byte[] suffix() {
        return suffix;
    }

    static Auth0Salt of(Fields form) {
        return form.object("salt").map(Auth0Salt::read).orElse(new Auth0Salt(Bytes.none(), Bytes.none()));
    }

    private static Auth0Salt read(Fields salt) {
        byte[] bytes = Limits.salt("salt", decoded("salt", salt.only(Set.of("value", "encoding", "position"))));
        return switch (salt.text("position", "prefix")) {
            case "prefix" -> new Auth0Salt(bytes, Bytes.none());
            case "suffix" -> new Auth0Salt(Bytes.none(), bytes);
            default -> throw HashRefused.malformed("salt.position is neither prefix nor suffix.");
        };
    }

    /** {@return the value of an object with {@code value} and {@code encoding}} */
    static byte[] decoded(String what, Fields object) {
        String value = object.requiredText("value");
        return switch (object.text("encoding", "utf8")) {
            case "utf8" -> Bytes.utf8(value);
            case "hex" -> StrictText.hex(what, value);
            case "base64" -> StrictText.anyBase64(what, value);
            default -> throw HashRefused.malformed(what + ".encoding is none of utf8, hex and base64.");
        };
    }
}
