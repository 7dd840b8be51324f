package io.github.auth0migration.exports.index;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The keys of the index: 128 bits of a SHA-256, so that no name stands in it. Whoever is found by one is read from the
 * export again and compared, so a collision could cost an answer, but never give a wrong one.
 */
final class Key {

    static final int BYTES = 16;

    private static final HexFormat HEX = HexFormat.of();

    private Key() {}

    static byte[] ofId(String platformId) {
        return of("id:" + platformId);
    }

    /** The key under which spellings that match each other are one. */
    static byte[] ofName(String name) {
        return of("name:" + Identifier.of(name).comparisonKey());
    }

    private static byte[] of(String text) {
        return Arrays.copyOf(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), BYTES);
    }

    /** A name's key followed by the key of an account that has it. */
    static byte[] link(byte[] name, byte[] id) {
        byte[] link = Arrays.copyOf(name, 2 * BYTES);
        System.arraycopy(id, 0, link, BYTES, BYTES);
        return link;
    }

    static byte[] idOfLink(byte[] link) {
        return Arrays.copyOfRange(link, BYTES, 2 * BYTES);
    }

    static boolean isLinkOf(byte[] link, byte[] name) {
        return Arrays.equals(link, 0, BYTES, name, 0, BYTES);
    }

    static String text(byte[] key) {
        return HEX.formatHex(key);
    }

    static byte[] parse(String text) {
        return HEX.parseHex(text);
    }
}
