package io.github.auth0migration.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.AttemptGuard.Attempt;
import io.github.auth0migration.TimeSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AttemptGuard} keeps, wherever it counts: no guess too many, however many come at once, and nobody
 * locked out by what says nothing of a password. Extend it with a guard of your own:
 *
 * <pre>{@code
 * class OwnGuardTest extends AttemptGuardContract {
 *     @Override
 *     protected AttemptGuard createGuard(GuardLimits limits, TimeSource time) {
 *         return new OwnGuard(limits.perIdentifier(), limits.window(), time);
 *     }
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public abstract class AttemptGuardContract {

    private static final GuardLimits STANDARD = GuardLimits.STANDARD;
    private static final String HOME = "192.0.2.1";

    private final SteppedTime time = new SteppedTime();

    /** For subclasses. */
    protected AttemptGuardContract() {}

    /**
     * A guard that has counted nothing yet.
     *
     * @param limits its limits
     * @param time the clock that ends its windows; it stands still until the contract moves it
     * @return the guard
     * @throws Exception if it cannot be made
     */
    protected abstract AttemptGuard createGuard(GuardLimits limits, TimeSource time) throws Exception;

    private AttemptGuard guard(GuardLimits limits) throws Exception {
        return createGuard(limits, time);
    }

    @Test
    void theLimitOfAnIdentifierIsExact() throws Exception {
        AttemptGuard guard = guard(STANDARD);
        assertGuesses(5, guard, "ada");

        assertRefused(guard, "ada");
        assertGuesses(5, guard, "bob");
    }

    @Test
    void attemptsInFlightCount() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerIdentifier(2));
        admit(guard, of("ada"));
        admit(guard, of("ada"));

        assertRefused(guard, "ada");
    }

    @Test
    void crowdAtOnceGetsExactlyTheLimit() throws Exception {
        AttemptGuard guard = guard(STANDARD);
        List<Boolean> admitted = Crowd.ask(caller -> guard.admit(of("ada")).isEmpty());

        assertEquals(5, admitted.stream().filter(in -> in).count(), "admitted of " + Crowd.SIZE);
    }

    @Test
    void crowdOfManyWaysInGetsExactlyEachLimit() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerAddress(7).withTotal(12));
        List<Boolean> fromHome = Crowd.ask(caller -> guess(guard, from(HOME, "person" + caller % 16), null));
        List<Boolean> fromAnywhere =
                Crowd.ask(caller -> guess(guard, from("198.51.100." + caller, "somebody" + caller % 16), null));

        assertEquals(7, fromHome.stream().filter(yes -> yes).count(), "admitted from one address");
        assertEquals(5, fromAnywhere.stream().filter(yes -> yes).count(), "admitted until the total");
    }

    @Test
    void crowdWhoseAttemptsAreTakenBackLeavesNothingBehind() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerIdentifier(3).withTotal(70));
        List<Boolean> admitted = Crowd.ask(caller -> {
            Attempt attempt = from(HOME, "person" + caller);
            boolean in = guard.admit(attempt).isEmpty();
            guard.takeBack(attempt);
            return in;
        });

        assertTrue(admitted.stream().allMatch(in -> in), "everybody is admitted");
        assertGuesses(3, guard, "person0");
        assertRefused(guard, "person0");
    }

    @Test
    void aliasesOfOneUserShareItsLimit() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerIdentifier(4).withPerUser(4));
        for (String alias : List.of("ada", "ada@example.com", "ada", "ada@example.com")) {
            assertTrue(guess(guard, of(alias), "okta|1"), alias);
        }

        assertRefused(guard, "ada");
        assertRefused(guard, "ada@example.com");
    }

    @Test
    void guessesBeyondTheLimitOfAUserDoNotProlongIt() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerUser(2));
        for (String alias : List.of("ada", "lovelace", "ada@example.com", "al")) {
            assertTrue(guess(guard, of(alias), "okta|1"), alias);
        }
        assertRefused(guard, "al");
        time.advance(STANDARD.window());

        assertTrue(guess(guard, of("al"), "okta|1"), "a new window");
        assertTrue(guess(guard, of("al"), "okta|1"), "a new window, whole");
        assertRefused(guard, "al");
    }

    @Test
    void takingOneBackWashesOffNoOtherGuess() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerIdentifier(3).withPerAddress(4));
        for (String identifier : List.of("ada", "ada", "bob")) {
            guess(guard, from(HOME, identifier), null);
        }
        takeBack(guard, from(HOME, "ada"));

        assertGuesses(1, guard, "ada");
        assertRefused(guard, "ada");
        assertTrue(guess(guard, from(HOME, "dan"), null), "the fourth from home");
        assertTrue(guard.admit(from(HOME, "eve")).isPresent(), "the fifth from home");
    }

    @Test
    void takingOneBackDoesNotClearItsUser() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerUser(3));
        guess(guard, of("ada@example.com"), "okta|1");
        guess(guard, of("ada"), "okta|1");
        takeBack(guard, of("ada"));
        guess(guard, of("ada"), "okta|1");

        assertRefused(guard, "ada");
        assertRefused(guard, "ada@example.com");
    }

    @Test
    void attemptThatIsTakenBackIsNotCountedAnywhere() throws Exception {
        AttemptGuard guard =
                guard(STANDARD.withPerIdentifier(1).withPerAddress(1).withTotal(1));
        for (int i = 0; i < 3; i++) {
            takeBack(guard, from(HOME, "ada"));
        }

        assertTrue(guess(guard, from(HOME, "ada"), null), "nothing was counted");
        assertRefused(guard, "bob");
    }

    @Test
    void takingBackMakesNoLimitLarger() throws Exception {
        AttemptGuard guard =
                guard(STANDARD.withPerIdentifier(2).withPerAddress(3).withTotal(4));
        for (int i = 0; i < 6; i++) {
            takeBack(guard, from(HOME, "ada"));
        }

        assertGuesses(2, guard, "ada");
        assertRefused(guard, "ada");
        assertGuesses(2, guard, "bob");
        assertRefused(guard, "cleo");
    }

    @Test
    void refusedAttemptCountsNowhere() throws Exception {
        AttemptGuard guard =
                guard(STANDARD.withPerIdentifier(1).withPerAddress(2).withTotal(3));
        guess(guard, from(HOME, "ada"), null);
        for (int i = 0; i < 5; i++) {
            assertTrue(guard.admit(from(HOME, "ada")).isPresent());
        }

        assertTrue(guess(guard, from(HOME, "bob"), null), "the address has one left");
        assertGuesses(1, guard, "cleo");
        assertRefused(guard, "dan");
    }

    @Test
    void addressCountsOnlyWhenTrusted() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerAddress(1));
        assertGuesses(1, guard, "ada");

        assertGuesses(1, guard, "bob");
    }

    @Test
    void ofIpv6TheFirst64BitsCount() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerAddress(2));

        assertTrue(guess(guard, from("2001:db8:1:2::1", "ada"), null));
        assertTrue(guess(guard, from("2001:db8:1:2:ffff::9", "bob"), null));
        assertTrue(guard.admit(from("2001:db8:1:2::3", "cleo")).isPresent());
        assertTrue(guess(guard, from("2001:db8:1:3::1", "dan"), null));
    }

    @Test
    void ofIpv4AllBitsCount() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerAddress(1));

        assertTrue(guess(guard, from(HOME, "ada"), null));
        assertTrue(guess(guard, from("192.0.2.2", "bob"), null));
        assertTrue(guard.admit(from(HOME, "cleo")).isPresent());
    }

    @Test
    void totalIsALimitToo() throws Exception {
        AttemptGuard guard = guard(STANDARD.withTotal(2));
        assertGuesses(1, guard, "ada");
        assertGuesses(1, guard, "bob");

        assertRefused(guard, "cleo");
    }

    @Test
    void windowBeginsWithTheFirstFailureAndEnds() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerIdentifier(2));
        time.advance(Duration.ofMinutes(7));
        assertGuesses(1, guard, "ada");
        time.advance(Duration.ofMinutes(14));
        assertGuesses(1, guard, "ada");
        assertEquals(Optional.of(Duration.ofMinutes(1)), guard.admit(of("ada")), "how long the limit stays reached");
        time.advance(Duration.ofMinutes(1).minusNanos(1));
        assertRefused(guard, "ada");

        time.advance(Duration.ofNanos(1));
        assertGuesses(2, guard, "ada");
        assertRefused(guard, "ada");
    }

    @Test
    void windowsDoNotRunWhileNothingIsCounted() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerIdentifier(1).withTotal(1));
        takeBack(guard, of("ada"));
        time.advance(STANDARD.window().minusMinutes(1));
        assertGuesses(1, guard, "ada");
        time.advance(Duration.ofMinutes(2));

        assertRefused(guard, "ada");
    }

    @Test
    void ofSeveralLimitsTheLongestWaitIsSaid() throws Exception {
        AttemptGuard guard = guard(STANDARD.withPerIdentifier(1).withPerAddress(1));
        assertGuesses(1, guard, "ada");
        time.advance(Duration.ofMinutes(5));
        guess(guard, from(HOME, "bob"), null);

        assertEquals(Optional.of(STANDARD.window()), guard.admit(from(HOME, "ada")));
    }

    private static boolean guess(AttemptGuard guard, Attempt attempt, @Nullable String userId) {
        if (guard.admit(attempt).isPresent()) {
            return false;
        }
        guard.failed(attempt, userId);
        return true;
    }

    private static void admit(AttemptGuard guard, Attempt attempt) {
        assertEquals(Optional.empty(), guard.admit(attempt), "is admitted");
    }

    private static void takeBack(AttemptGuard guard, Attempt attempt) {
        admit(guard, attempt);
        guard.takeBack(attempt);
    }

    private static void assertGuesses(int count, AttemptGuard guard, String identifier) {
        for (int i = 1; i <= count; i++) {
            assertTrue(guess(guard, of(identifier), null), "guess " + i + " is let through");
        }
    }

    private static void assertRefused(AttemptGuard guard, String identifier) {
        Duration wait =
                guard.admit(of(identifier)).orElseThrow(() -> new AssertionError("a guess too many is let through"));
        assertTrue(wait.compareTo(Duration.ZERO) > 0, "the wait is positive, but is " + wait);
        assertTrue(wait.compareTo(STANDARD.window()) <= 0, "the wait is at most the window, but is " + wait);
    }

    private static Attempt of(String identifier) {
        return new Attempt(identifier, null);
    }

    private static Attempt from(String address, String identifier) {
        try {
            return new Attempt(identifier, InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
