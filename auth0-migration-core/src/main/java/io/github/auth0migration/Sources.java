package io.github.auth0migration;

import io.github.auth0migration.internal.BoundedSource;
import io.github.auth0migration.internal.CoalescedSource;
import io.github.auth0migration.internal.ExcludingSource;
import io.github.auth0migration.internal.FinishedSource;
import io.github.auth0migration.internal.FirstOwnerSource;
import io.github.auth0migration.internal.GuardedSource;
import io.github.auth0migration.internal.ObservedSource;
import io.github.auth0migration.internal.SafeSource;
import io.github.auth0migration.internal.ScriptedSource;
import io.github.auth0migration.internal.SwitchableSource;
import java.util.List;

/**
 * Makes sources out of sources. Wrap from the inside out; a common stack is
 *
 * <pre>{@code
 * observed(guarded(coalesced(bounded(okta, 64)), guard), listener)
 * }</pre>
 *
 * <p>Every source made here is thread-safe and throws nothing: a bug inside becomes {@code Unavailable} with
 * {@link Failure.Kind#INTERNAL}.
 *
 * @since 0.1.0
 */
public final class Sources {

    private Sources() {}

    /**
     * A source of two scripts, with a {@link MigrationSource#check()} that finds nothing to check.
     *
     * @param description what it is
     * @param login the Login script
     * @param getUser the Get User script
     * @return the source
     */
    public static MigrationSource of(SourceDescription description, LoginScript login, GetUserScript getUser) {
        return SafeSource.around(new ScriptedSource(description, login, getUser));
    }

    /**
     * The same with a name only.
     *
     * @param name its name in events and logs, also taken for the platform's
     * @param login the Login script
     * @param getUser the Get User script
     * @return the source
     */
    public static MigrationSource of(String name, LoginScript login, GetUserScript getUser) {
        return of(SourceDescription.live(name, name), login, getUser);
    }

    /**
     * People of several sources, each owned by the first source whose <em>look-up</em> finds them; only that one gets
     * the password. Only {@code NotFound} goes on to the next source: an owner that refuses or is down decides. Both
     * scripts use the same owner; a look-up by user id goes to the source with that prefix.
     *
     * @param first the source that is asked first
     * @param others the sources that are asked next, in order; at least one
     * @return the source
     * @throws IllegalArgumentException if a source has no user id prefix, two have the same, or a live platform stands
     *     beside its own export
     */
    public static MigrationSource firstOwner(MigrationSource first, MigrationSource... others) {
        return SafeSource.around(FirstOwnerSource.of(first, List.of(others)));
    }

    /**
     * Limits guesses. A blocked attempt is {@code Refused} with {@link Refusal.Reason#TOO_MANY_ATTEMPTS}, and the source
     * is not asked. Look-ups are not limited.
     *
     * @param source the source to protect
     * @param guard what counts
     * @return the source
     */
    public static MigrationSource guarded(MigrationSource source, AttemptGuard guard) {
        return SafeSource.around(new GuardedSource(source, guard));
    }

    /**
     * Asks once when the same identifier comes with the same password from the same client several times at once, as
     * browsers and impatient people do. Nothing is remembered beyond the answer. The first caller's deadline counts for
     * the question, each caller's own for its wait.
     *
     * @param source the source to ask
     * @return the source
     */
    public static MigrationSource coalesced(MigrationSource source) {
        return SafeSource.around(new CoalescedSource(source));
    }

    /**
     * Limits how many calls are in flight. One too many is {@code Unavailable} with {@link Failure.Kind#OVERLOADED} at
     * once: a queue would only move the wait.
     *
     * @param source the source to protect
     * @param maxInFlight how many logins and look-ups together, look-ups among them three quarters at most, so that they
     *     leave places to sign-ins; at least 1
     * @return the source
     * @throws IllegalArgumentException if {@code maxInFlight} is below 1
     */
    public static MigrationSource bounded(MigrationSource source, int maxInFlight) {
        return SafeSource.around(new BoundedSource(source, maxInFlight));
    }

    /**
     * Tells a listener of every login and look-up.
     *
     * @param source the source to observe
     * @param listener what hears
     * @return the source
     */
    public static MigrationSource observed(MigrationSource source, MigrationListener listener) {
        // The boundary is inside, so that the listener hears of bugs and of input refused without asking, too.
        return new ObservedSource(SafeSource.around(source), listener);
    }

    /**
     * Refuses some people with {@link Refusal.Reason#POLICY_DENIED}.
     *
     * @param source the source to ask for all others
     * @param denyList whom to refuse
     * @return the source
     */
    public static MigrationSource excluding(MigrationSource source, DenyList denyList) {
        return SafeSource.around(new ExcludingSource(source, denyList));
    }

    /**
     * Lets an operator take a source out of use while the host runs.
     *
     * @param source the source
     * @param onOff the switch
     * @return the source; {@code Unavailable} with {@link Failure.Kind#SWITCHED_OFF} while the switch is off
     */
    public static MigrationSource switchable(MigrationSource source, SourceSwitch onOff) {
        return SafeSource.around(new SwitchableSource(source, onOff));
    }

    /** {@return a finished migration: nobody is found, and every login is rejected} */
    public static MigrationSource none() {
        return FinishedSource.INSTANCE;
    }
}
