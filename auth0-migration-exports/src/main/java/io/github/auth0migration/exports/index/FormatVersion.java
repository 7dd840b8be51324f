package io.github.auth0migration.exports.index;

import io.github.auth0migration.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The form of index files: another one makes them be built anew. */
final class FormatVersion {

    private static final int VERSION = 1;

    private FormatVersion() {}

    /** What an index is called that was made of these files, with these settings, in this form. */
    static String of(String fingerprint, String settings) {
        byte[] hash = Sha256.of((VERSION + "\n" + fingerprint + "\n" + settings).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }
}
