package io.github.auth0migration.simulators.gigya;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens of sign-ins that leave a step to do; each stands for its account for an hour. */
final class RegTokens {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Grant> grants = new HashMap<>();

    RegTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized String open(String uid) {
        Instant now = clock.instant();
        grants.values().removeIf(grant -> !grant.end().isAfter(now));
        String token = GigyaIds.token();
        grants.put(token, new Grant(uid, now.plus(LIFETIME)));
        return token;
    }

    synchronized Optional<String> uid(String token) {
        return Optional.ofNullable(grants.get(token))
                .filter(grant -> grant.end().isAfter(clock.instant()))
                .map(Grant::uid);
    }

    private record Grant(String uid, Instant end) {}
}
