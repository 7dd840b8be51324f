package io.github.auth0migration.simulators.okta;

import java.time.Instant;
import java.util.Objects;

/** When things happened to a person; the directory keeps them. */
record Stamps(Instant created, Instant lastUpdated, Instant statusChanged, Instant passwordChanged) {

    static Stamps born(Instant now) {
        return new Stamps(now, now, now, now);
    }

    /** These stamps, after a change at a time. */
    Stamps after(OktaPerson before, OktaPerson now, Instant time) {
        return new Stamps(
                created,
                time,
                before.status().equals(now.status()) ? statusChanged : time,
                Objects.equals(before.password(), now.password()) ? passwordChanged : time);
    }
}
