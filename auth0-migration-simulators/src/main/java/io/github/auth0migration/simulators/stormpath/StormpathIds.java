package io.github.auth0migration.simulators.stormpath;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids and keys that look like the dialect's; they guard nothing, so cheap chance will do. */
final class StormpathIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 22;

    private StormpathIds() {}

    static String fresh(StormpathDialect dialect) {
        return dialect.isCompatible() ? UUID.randomUUID().toString() : random(ThreadLocalRandom.current(), LENGTH);
    }

    /** The same name gives the same id. */
    static String named(StormpathDialect dialect, String name) {
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return dialect.isCompatible()
                ? hash.toString()
                : random(new Random(hash.getMostSignificantBits() ^ hash.getLeastSignificantBits()), LENGTH);
    }

    static String apiKeyId() {
        return random(ThreadLocalRandom.current(), 26);
    }

    static String apiKeySecret() {
        return random(ThreadLocalRandom.current(), 43);
    }

    static String request() {
        return UUID.randomUUID().toString();
    }

    private static String random(Random chance, int length) {
        return chance.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }
}
