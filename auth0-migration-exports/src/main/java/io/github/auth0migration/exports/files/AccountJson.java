package io.github.auth0migration.exports.files;

import io.github.auth0migration.spi.JsonObject;
import java.util.Arrays;

/** A file that holds one of Stormpath's accounts. */
final class AccountJson {

    private AccountJson() {}

    static JsonObject read(byte[] file) throws UnreadableRow {
        boolean hasByteOrderMark =
                file.length >= 3 && file[0] == (byte) 0xef && file[1] == (byte) 0xbb && file[2] == (byte) 0xbf;
        return StrictJson.object(hasByteOrderMark ? Arrays.copyOfRange(file, 3, file.length) : file);
    }
}
