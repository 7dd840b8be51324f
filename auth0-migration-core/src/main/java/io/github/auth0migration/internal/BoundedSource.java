package io.github.auth0migration.internal;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a fixed number of calls in and turns the others away at once. Look-ups, which anybody may cause by typing names
 * into a form, leave some places to sign-ins.
 */
public final class BoundedSource extends ForwardingSource {

    private final Semaphore places;
    private final Semaphore lookups;
    private final Failure full;

    public BoundedSource(MigrationSource delegate, int maxInFlight) {
        super(delegate);
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1, but is " + maxInFlight);
        }
        this.places = new Semaphore(maxInFlight);
        this.lookups = new Semaphore(maxInFlight - maxInFlight / 4);
        this.full = Failure.of(
                Failure.Kind.OVERLOADED, "All " + maxInFlight + " places of the source are taken (maxInFlight).");
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return in(places, () -> delegate.login(request), () -> new LoginOutcome.Unavailable(full));
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        Supplier<LookupOutcome> turnedAway = () -> new LookupOutcome.Unavailable(full);
        return in(lookups, () -> in(places, () -> delegate.getUser(request), turnedAway), turnedAway);
    }

    private static <T> T in(Semaphore places, Supplier<T> call, Supplier<T> turnedAway) {
        if (!places.tryAcquire()) {
            return turnedAway.get();
        }
        try {
            return call.get();
        } finally {
            places.release();
        }
    }
}
