package io.github.auth0migration.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Each mistake that a guard may make is caught, by the test that is meant for it. */
class GuardContractCanFailTest {

    private static UnaryOperator<AttemptGuard> breaker = UnaryOperator.identity();

    /** Only this class starts it. */
    static class Broken extends AttemptGuardContract {
        @Override
        protected AttemptGuard createGuard(GuardLimits limits, TimeSource time) {
            return breaker.apply(InMemoryAttemptGuardContractTest.guard(limits, time));
        }
    }

    /** A guard that is right; each mistake overrides one method. */
    private static class Right implements AttemptGuard {
        final AttemptGuard guard;

        Right(AttemptGuard guard) {
            this.guard = guard;
        }

        @Override
        public Optional<Duration> admit(Attempt attempt) {
            return guard.admit(attempt);
        }

        @Override
        public void failed(Attempt attempt, @Nullable String userId) {
            guard.failed(attempt, userId);
        }

        @Override
        public void takeBack(Attempt attempt) {
            guard.takeBack(attempt);
        }
    }

    private static final class CountsFailuresOnly extends Right {
        CountsFailuresOnly(AttemptGuard guard) {
            super(guard);
        }

        @Override
        public Optional<Duration> admit(Attempt attempt) {
            Optional<Duration> wait = guard.admit(attempt);
            if (wait.isEmpty()) {
                guard.takeBack(attempt);
            }
            return wait;
        }

        @Override
        public void failed(Attempt attempt, @Nullable String userId) {
            Optional<Duration> unused = guard.admit(attempt);
            guard.failed(attempt, userId);
        }
    }

    private static final class NeverTakesBack extends Right {
        NeverTakesBack(AttemptGuard guard) {
            super(guard);
        }

        @Override
        public void takeBack(Attempt attempt) {
            guard.failed(attempt, null);
        }
    }

    private static final class TakesBackTwice extends Right {
        TakesBackTwice(AttemptGuard guard) {
            super(guard);
        }

        @Override
        public void takeBack(Attempt attempt) {
            guard.takeBack(attempt);
            guard.takeBack(attempt);
        }
    }

    private static final class ForgetsTheUser extends Right {
        ForgetsTheUser(AttemptGuard guard) {
            super(guard);
        }

        @Override
        public void failed(Attempt attempt, @Nullable String userId) {
            guard.failed(attempt, null);
        }
    }

    private static final class TrustsNoAddress extends Right {
        TrustsNoAddress(AttemptGuard guard) {
            super(guard);
        }

        @Override
        public Optional<Duration> admit(Attempt attempt) {
            return guard.admit(new Attempt(attempt.identifierKey(), null));
        }
    }

    @ParameterizedTest
    @MethodSource
    void mistakeIsCaught(UnaryOperator<AttemptGuard> mistake, Set<String> by) {
        breaker = mistake;

        assertThat(failedTests()).containsAll(by);
    }

    static Stream<Arguments> mistakeIsCaught() {
        return Stream.of(
                mistake(
                        "counts failures only",
                        CountsFailuresOnly::new,
                        Set.of("attemptsInFlightCount", "crowdAtOnceGetsExactlyTheLimit")),
                mistake(
                        "never takes back",
                        NeverTakesBack::new,
                        Set.of("attemptThatIsTakenBackIsNotCountedAnywhere", "windowsDoNotRunWhileNothingIsCounted")),
                mistake("takes back twice", TakesBackTwice::new, Set.of("takingOneBackWashesOffNoOtherGuess")),
                mistake("forgets the user", ForgetsTheUser::new, Set.of("aliasesOfOneUserShareItsLimit")),
                mistake(
                        "trusts no address",
                        TrustsNoAddress::new,
                        Set.of("ofIpv6TheFirst64BitsCount", "ofSeveralLimitsTheLongestWaitIsSaid")));
    }

    private static Arguments mistake(String name, UnaryOperator<AttemptGuard> mistake, Set<String> by) {
        return arguments(Named.of(name, mistake), by);
    }

    private static Set<String> failedTests() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Broken.class))
                                .build(),
                        listener);
        Set<String> names = new TreeSet<>();
        listener.getSummary()
                .getFailures()
                .forEach(failure ->
                        names.add(failure.getTestIdentifier().getDisplayName().replace("()", "")));
        return names;
    }
}
