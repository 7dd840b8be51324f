package io.github.auth0migration.bucket4j;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stood in the rows that a transaction has locked, and when. Not thread-safe. */
final class LockedRows {

    private final Map<String, byte @Nullable []> states = new HashMap<>();
    private byte @Nullable [] userState;
    private long micros;

    void add(byte[] id, byte @Nullable [] state, long atMicros) {
        states.put(HexFormat.of().formatHex(id), state);
        micros = Math.max(micros, atMicros);
    }

    LockedRows withUser(byte @Nullable [] state) {
        userState = state;
        return this;
    }

    byte @Nullable [] state(GuardKey key) {
        return states.get(key.hexId());
    }

    /** The bucket of the user whom the identifier turned out to mean; null when it is full, or the user unknown. */
    byte @Nullable [] userState() {
        return userState;
    }

    /** The database's time when the last lock was had, in nanoseconds since 1970. */
    long nanos() {
        return micros * 1_000;
    }
}
