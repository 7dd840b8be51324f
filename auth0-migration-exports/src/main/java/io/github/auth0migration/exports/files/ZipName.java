package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The name of an entry of a zip file: only ever compared and told, never used as a path.
 *
 * @param raw its bytes, a character each
 */
record ZipName(String raw) {

    static ZipName of(byte[] bytes, int offset, int length) {
        return new ZipName(new String(bytes, offset, length, ISO_8859_1));
    }

    /** {@return the name as people read it} */
    String text() {
        String text = new String(raw.getBytes(ISO_8859_1), UTF_8);
        return text.chars().noneMatch(Character::isISOControl) ? text : text.replaceAll("\\p{Cntrl}", "?");
    }
}
