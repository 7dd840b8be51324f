package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sign-ins that are not over: each with its state token and the answer that handed it out. */
final class Transactions {

    private final Map<String, Reply> open = new LinkedHashMap<>();

    synchronized void open(String stateToken, Reply answer) {
        open.put(stateToken, answer);
    }

    synchronized Optional<Reply> state(String stateToken) {
        return Optional.ofNullable(open.get(stateToken));
    }

    /** Whether there was such a transaction; now there is none. */
    synchronized boolean cancel(String stateToken) {
        return open.remove(stateToken) != null;
    }

    synchronized int count() {
        return open.size();
    }
}
