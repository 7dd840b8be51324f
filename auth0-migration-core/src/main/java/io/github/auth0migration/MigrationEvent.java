package io.github.auth0migration;

import java.time.Duration;

/**
 * Something that happened. Holds no password, token, profile or upstream body; identifiers are
 * {@link Identifier#shortened() shortened}. More kinds may be added in any release.
 *
 * @since 0.1.0
 */
public sealed interface MigrationEvent {

    /** {@return the name of the source, or of the guard} */
    String source();

    /** {@return the id of the attempt; empty where it concerns no single one} */
    String correlationId();

    /** {@return how long it took} */
    Duration duration();

    /** {@return how it ended} */
    Ending ending();

    /**
     * How an attempt ended.
     *
     * @param outcome the outcome in one word: {@code authenticated}, {@code rejected}, {@code refused},
     *     {@code unavailable}, {@code found}, {@code not_found}, {@code signed_in}, {@code available}
     * @param reason the cause, reason, kind or evidence behind it as its enum's name; empty where there is none
     * @param detail a sentence for operators; empty where there is none
     */
    record Ending(String outcome, String reason, String detail) {

        /**
         * The ending of a login.
         *
         * @param outcome how it ended
         * @return the same without the user
         */
        public static Ending of(LoginOutcome outcome) {
            return outcome.fold(
                    a -> new Ending("authenticated", "", codes(a)),
                    r -> new Ending("rejected", r.cause().name(), ""),
                    r -> refused(r.refusal()),
                    u -> unavailable(u.failure()));
        }

        /**
         * The ending of a look-up.
         *
         * @param outcome how it ended
         * @return the same without the user
         */
        public static Ending of(LookupOutcome outcome) {
            return outcome.fold(
                    f -> new Ending("found", "", ""),
                    n -> new Ending("not_found", n.evidence().name(), ""),
                    r -> refused(r.refusal()),
                    u -> unavailable(u.failure()));
        }

        /**
         * The ending of whatever was refused.
         *
         * @param refusal why
         * @return the ending
         */
        public static Ending refused(Refusal refusal) {
            return new Ending("refused", refusal.reason().name(), refusal.passwordProved() ? "password proved" : "");
        }

        /**
         * The ending of whatever could not be found out.
         *
         * @param failure why not
         * @return the ending
         */
        public static Ending unavailable(Failure failure) {
            return new Ending("unavailable", failure.kind().name(), failure.toString());
        }

        private static String codes(LoginOutcome.Authenticated authenticated) {
            return String.join(
                    " ", authenticated.caveats().stream().map(Caveat::code).toList());
        }
    }

    /**
     * A source answered a login.
     *
     * @param source the name of the source
     * @param correlationId the id of the attempt
     * @param identifier what was typed, shortened
     * @param duration how long it took
     * @param ending how it ended
     */
    record LoginFinished(String source, String correlationId, String identifier, Duration duration, Ending ending)
            implements MigrationEvent {}

    /**
     * A source answered a look-up.
     *
     * @param source the name of the source
     * @param correlationId the id of the look-up
     * @param duration how long it took
     * @param ending how it ended
     */
    record LookupFinished(String source, String correlationId, Duration duration, Ending ending)
            implements MigrationEvent {}

    /**
     * The trickle engine answered a sign-in.
     *
     * @param source the name of the source
     * @param correlationId the id of the attempt
     * @param identifier what was typed, shortened
     * @param duration how long it took
     * @param ending how it ended
     * @param sourceAsked whether the source was asked
     * @param migrated whether the person was migrated just now, by this very attempt
     */
    record SignInFinished(
            String source,
            String correlationId,
            String identifier,
            Duration duration,
            Ending ending,
            boolean sourceAsked,
            boolean migrated)
            implements MigrationEvent {}

    /**
     * A guard that replicas share cannot reach what they share, and counts in this process alone; or it shares again.
     * Until it does, each replica allows the guesses that all together should.
     *
     * @param source the name of the guard
     * @param correlationId always empty: it concerns everybody
     * @param duration how long the try took that showed it
     * @param ending {@code unavailable} with what failed, or {@code available}
     * @param shared whether the guard shares its counts from now on
     */
    record GuardSwitched(String source, String correlationId, Duration duration, Ending ending, boolean shared)
            implements MigrationEvent {}
}
