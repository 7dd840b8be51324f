package io.github.auth0migration.simulators.okta;

import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers the latest ids of tokens, each of which may be used once. */
final class OnlyOnce {

    private static final int REMEMBERED = 10_000;

    private final Set<String> seen = new LinkedHashSet<>();

    /** Whether this is the first time. */
    synchronized boolean first(String id) {
        boolean first = !id.isEmpty() && seen.add(id);
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        return first;
    }
}
