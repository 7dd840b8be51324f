package io.github.auth0migration.trickle;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.internal.QuietListener;
import io.github.auth0migration.internal.Stopwatch;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Moves people from a source to a target one by one, as they sign in, sign up or reset their password: the engine for
 * hosts that own the sign-in themselves, as Auth0 does it for hosts that do not.
 *
 * <p>Whom the target knows, the target alone decides on; the source is not asked, and the old password is dead. Whom it
 * does not know, the source decides on, once. A sign-up or reset that lands while the source is being asked wins.
 *
 * <p>Blocking and thread-safe; throws for nothing but {@code null}.
 *
 * @see <a
 *     href="https://auth0.com/docs/manage-users/user-migration/configure-automatic-migration-from-your-database">Automatic
 *     migration</a>
 * @since 0.1.0
 */
public final class TrickleMigration {

    private final String sourceName;
    private final QuietListener listener;
    private final SignInFlow signIn;
    private final SignUpFlow signUp;
    private final ResetFlow reset;

    private TrickleMigration(Builder settings, UserStore users) {
        // Read once: what a host's source throws belongs to the set-up, not to a sign-in that has just succeeded.
        this.sourceName = settings.source.description().name();
        this.listener = new QuietListener(settings.listener);
        Target target = new Target(users);
        this.signIn = new SignInFlow(settings.source, target, settings.clock);
        this.signUp = new SignUpFlow(settings.source, target, settings.newUserIds);
        this.reset = new ResetFlow(settings.source, target);
    }

    /**
     * Begins a migration.
     *
     * @param source whom to ask about people whom the target does not know
     * @return what is still to be said
     */
    public static From from(MigrationSource source) {
        return new From(Objects.requireNonNull(source, "source"));
    }

    /**
     * Signs a person in.
     *
     * @param request who, with which password
     * @return how it ended
     */
    public SignInOutcome signIn(LoginRequest request) {
        Stopwatch watch = Stopwatch.start(request.deadline().time());
        SignInOutcome outcome = signIn.run(request);
        listener.onEvent(new MigrationEvent.SignInFinished(
                sourceName,
                request.correlationId(),
                request.identifier().shortened(),
                watch.elapsed(),
                SignInFlow.ending(outcome),
                outcome.sourceAsked(),
                outcome instanceof SignInOutcome.SignedIn in && in.migrated()));
        return outcome;
    }

    /**
     * Signs a new person up, unless source or target know the address.
     *
     * @param request the e-mail address as identifier, and the chosen password
     * @return how it ended
     */
    public SignUpOutcome signUp(LoginRequest request) {
        return signUp.run(request);
    }

    /**
     * Finds out whom a reset would be for. Changes nothing.
     *
     * @param request what the person typed
     * @return how it ended; mail a token only to the ticket's own address
     */
    public StartResetOutcome startReset(LookupRequest request) {
        return reset.start(request);
    }

    /**
     * Puts a new password in force, after the mailed token came back. Creates the person in the target if they were not
     * migrated yet.
     *
     * @param ticket for whom, from {@link #startReset}
     * @param newPassword the new password; not empty
     * @param deadline by when the outcome must be there
     * @return how it ended
     */
    public CompleteResetOutcome completeReset(ResetTicket ticket, String newPassword, Deadline deadline) {
        return reset.complete(ticket, newPassword, deadline);
    }

    /** A migration that still needs its target. */
    public static final class From {

        private final MigrationSource source;

        private From(MigrationSource source) {
            this.source = source;
        }

        /**
         * Names the target.
         *
         * @param users where migrated people live
         * @return a builder with the defaults
         */
        public Builder to(UserStore users) {
            return new Builder(source, Objects.requireNonNull(users, "users"));
        }
    }

    /** Sets what is optional. Not thread-safe. */
    public static final class Builder {

        private final MigrationSource source;
        private final UserStore users;
        private MigrationListener listener = event -> {};
        private InstantSource clock = InstantSource.system();
        private Supplier<String> newUserIds = () -> "new|" + UUID.randomUUID();

        private Builder(MigrationSource source, UserStore users) {
            this.source = source;
            this.users = users;
        }

        /**
         * Sets who hears of sign-ins. Default: nobody.
         *
         * @param newListener what hears
         * @return this builder
         */
        public Builder listener(MigrationListener newListener) {
            this.listener = Objects.requireNonNull(newListener, "listener");
            return this;
        }

        /**
         * Sets the clock that stamps the time of migration. Default: the machine's.
         *
         * @param newClock the clock
         * @return this builder
         */
        public Builder clock(InstantSource newClock) {
            this.clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Sets how people who sign up anew get their user id. Default: {@code new|} and a random UUID.
         *
         * @param ids makes a new id at each call
         * @return this builder
         */
        public Builder newUserIds(Supplier<String> ids) {
            this.newUserIds = Objects.requireNonNull(ids, "ids");
            return this;
        }

        /**
         * Builds the migration.
         *
         * @return the migration
         */
        public TrickleMigration build() {
            return new TrickleMigration(this, users);
        }
    }
}
