package io.github.auth0migration.bucket4j;

import static io.github.auth0migration.bucket4j.Guesses.atOnce;
import static io.github.auth0migration.bucket4j.Guesses.attempt;
import static io.github.auth0migration.bucket4j.Guesses.guess;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.AttemptGuard.Attempt;
import io.github.auth0migration.MigrationEvent;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two replicas, each with a pool of its own, on one real PostgreSQL, by its clock. */
class ReplicasTest {

    private static final int THREADS = 64;

    private final GuardDatabase database = GuardDatabase.open();
    private final Queue<MigrationEvent> events = new ConcurrentLinkedQueue<>();
    private final PostgresAttemptGuard one = replica("source").build();
    private final PostgresAttemptGuard other = replica("source").build();

    private PostgresAttemptGuard.Builder replica(String name) {
        return database.guard(name).listener(events::add);
    }

    private PostgresAttemptGuard either(int number) {
        return number % 2 == 0 ? one : other;
    }

    @AfterEach
    void nobodyFellBack() {
        database.close();
        assertThat(events).isEmpty();
    }

    @Test
    void crowdOverBothGetsExactlyTheLimit() throws Exception {
        List<Boolean> admitted = atOnce(
                2 * THREADS, caller -> either(caller).admit(attempt("ada")).isEmpty());

        assertThat(admitted.stream().filter(in -> in)).hasSize(5);
        assertThat(guess(one, "ada")).isFalse();
        assertThat(guess(other, "ada")).isFalse();
    }

    @Test
    void crowdWithManyNamesFromManyPlacesGetsExactlyEachLimit() throws Exception {
        PostgresAttemptGuard first = replica("narrow").total(40).perAddress(12).build();
        PostgresAttemptGuard second = replica("narrow").total(40).perAddress(12).build();
        List<String> admitted = atOnce(2 * THREADS, caller -> {
            String address = "192.0.2." + caller % 4;
            Attempt attempt = attempt(address, "person" + caller % 32);
            return (caller % 2 == 0 ? first : second).admit(attempt).isEmpty() ? address : "";
        });

        assertThat(admitted.stream().filter(address -> !address.isEmpty())).hasSize(40);
        assertThat(IntStream.range(0, 4).mapToObj(i -> "192.0.2." + i))
                .allSatisfy(address ->
                        assertThat(admitted.stream().filter(address::equals)).hasSizeLessThanOrEqualTo(12));
    }

    @Test
    void lockingInOneOrderNobodyEverDeadlocks() throws Exception {
        RandomGeneratorFactory<RandomGenerator> random = RandomGeneratorFactory.of("L64X128MixRandom");
        atOnce(16, caller -> {
            RandomGenerator dice = random.create(caller);
            for (int i = 0; i < 40; i++) {
                PostgresAttemptGuard guard = either(dice.nextInt(2));
                Attempt attempt = attempt("192.0.2." + dice.nextInt(3), "person" + dice.nextInt(4));
                if (guard.admit(attempt).isEmpty()) {
                    settle(guard, attempt, dice);
                }
            }
            return true;
        });

        assertThat(events).isEmpty();
    }

    private static void settle(PostgresAttemptGuard guard, Attempt attempt, RandomGenerator dice) {
        if (dice.nextInt(3) < 2) {
            guard.takeBack(attempt);
        } else {
            guard.failed(attempt, "okta|" + dice.nextInt(2));
        }
    }

    @Test
    void crowdThatIsTakenBackLeavesEveryBucketFull() throws Exception {
        atOnce(2 * THREADS, caller -> {
            Attempt attempt = attempt("192.0.2.1", "person" + caller % 16);
            if (either(caller).admit(attempt).isEmpty()) {
                either(caller + 1).takeBack(attempt);
            }
            return true;
        });

        assertThat(database.query("SELECT 1 FROM attempt_guard WHERE state IS NOT NULL"))
                .isEmpty();
        assertThat(database.query("SELECT 1 FROM attempt_guard")).hasSizeGreaterThan(3);
    }

    @Test
    void anAliasLearntByOneReplicaIsBlockedByTheOther() {
        for (String alias : List.of("ada", "ada", "ada@example.com", "ada@example.com", "ada")) {
            assertThat(guess(one, alias, "okta|1")).isTrue();
        }

        assertThat(guess(other, "ada@example.com")).isFalse();
        assertThat(guess(other, "ada")).isFalse();
        assertThat(guess(other, "bob")).isTrue();
    }

    @Test
    void anAttemptIsTakenBackOnAnotherReplicaToo() {
        for (int i = 0; i < 4; i++) {
            assertThat(guess(one, "ada")).isTrue();
        }
        assertThat(one.admit(attempt("ada"))).isEmpty();
        other.takeBack(attempt("ada"));

        assertThat(guess(other, "ada")).isTrue();
        assertThat(guess(either(0), "ada")).isFalse();
        assertThat(guess(either(1), "ada")).isFalse();
    }

    @Test
    void guardsOfTwoNamesCountApart() {
        PostgresAttemptGuard page = replica("page").build();
        for (int i = 0; i < 5; i++) {
            assertThat(guess(one, "ada", "okta|1")).isTrue();
        }

        assertThat(guess(one, "ada")).isFalse();
        assertThat(guess(page, "ada")).isTrue();
    }

    @Test
    void theDatabaseSaysHowLongALimitStaysReached() {
        for (int i = 0; i < 5; i++) {
            guess(one, "ada");
        }

        assertThat(other.admit(attempt("ada")).orElseThrow()).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(15));
    }
}
