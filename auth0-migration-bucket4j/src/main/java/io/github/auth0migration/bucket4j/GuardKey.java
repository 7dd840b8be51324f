package io.github.auth0migration.bucket4j;

import java.util.HexFormat;

/**
 * What attempts are counted under.
 *
 * <p>Ids sort by kind, and the total sorts after what is admitted with it, so that its row, which everybody needs, is
 * locked last and for the shortest time.
 *
 * @param kind what it stands for
 * @param hash the HMAC of what it stands for, in hexadecimal
 */
record GuardKey(Kind kind, String hash) {

    /** What a key stands for. */
    enum Kind {
        ADDRESS('a'),
        IDENTIFIER('i'),
        TOTAL('t'),
        USER('u');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    /** The id of its row. */
    byte[] id() {
        return HexFormat.of().parseHex(hexId());
    }

    String hexId() {
        return HexFormat.of().toHexDigits((byte) kind.letter) + hash;
    }
}
