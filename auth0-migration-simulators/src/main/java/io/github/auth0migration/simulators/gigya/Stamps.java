package io.github.auth0migration.simulators.gigya;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When things happened to a person; null is not yet known, or never. */
record Stamps(
        @Nullable Instant created,
        @Nullable Instant lastUpdated,
        @Nullable Instant lastLogin,
        @Nullable Instant passwordSet) {

    static final Stamps NONE = new Stamps(null, null, null, null);

    Stamps born(Instant now) {
        Instant birth = created == null ? now : created;
        return new Stamps(
                birth, lastUpdated == null ? birth : lastUpdated, lastLogin, passwordSet == null ? birth : passwordSet);
    }

    Stamps created(Instant time) {
        return new Stamps(time, lastUpdated, lastLogin, passwordSet);
    }

    Stamps updated(Instant time) {
        return new Stamps(created, time, lastLogin, passwordSet);
    }

    Stamps loggedIn(@Nullable Instant time) {
        return new Stamps(created, lastUpdated, time, passwordSet);
    }

    Stamps passwordSet(Instant time) {
        return new Stamps(created, lastUpdated, lastLogin, time);
    }
}
