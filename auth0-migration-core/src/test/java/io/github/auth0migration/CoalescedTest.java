package io.github.auth0migration;

import static io.github.auth0migration.People.ADA;
import static io.github.auth0migration.People.in;
import static io.github.auth0migration.People.kind;
import static io.github.auth0migration.People.nobody;
import static io.github.auth0migration.People.wrongPassword;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.internal.AttemptKey;
import io.github.auth0migration.testsupport.Marked;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoalescedTest {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    /** Holds its first call until released; an interrupted call says so. */
    private final MigrationSource source = Sources.coalesced(Sources.of(
            "okta",
            request -> {
                if (asked.incrementAndGet() == 1) {
                    entered.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return new LoginOutcome.Unavailable(Failure.of(Failure.Kind.INTERRUPTED, "Interrupted."));
                    }
                }
                return request.password().equals(Marked.PASSWORD) ? in("okta|1") : wrongPassword();
            },
            request -> nobody()));

    private FutureTask<LoginOutcome> start(LoginRequest request) {
        FutureTask<LoginOutcome> task = new FutureTask<>(() -> source.login(request));
        Thread thread = new Thread(task, "caller");
        threads.add(thread);
        thread.start();
        return task;
    }

    private FutureTask<LoginOutcome> lead() throws InterruptedException {
        FutureTask<LoginOutcome> leader = start(LoginRequest.of(ADA, Marked.PASSWORD));
        assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
        return leader;
    }

    private FutureTask<LoginOutcome> follow() {
        FutureTask<LoginOutcome> follower = start(LoginRequest.of(ADA, Marked.PASSWORD));
        Thread thread = threads.get(threads.size() - 1);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            assertThat(System.nanoTime()).as("it waits at last").isLessThan(end);
            Thread.onSpinWait();
        }
        return follower;
    }

    private static LoginOutcome outcome(FutureTask<LoginOutcome> task) throws Exception {
        return task.get(20, TimeUnit.SECONDS);
    }

    @Test
    void manyCallersAskOnce() throws Exception {
        List<FutureTask<LoginOutcome>> callers = new ArrayList<>(List.of(lead()));
        for (int i = 0; i < 20; i++) {
            callers.add(follow());
        }
        release.countDown();

        for (FutureTask<LoginOutcome> caller : callers) {
            assertThat(outcome(caller)).isEqualTo(in("okta|1"));
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void anotherPasswordOrIdentifierIsAnotherQuestion() throws Exception {
        FutureTask<LoginOutcome> leader = lead();

        assertThat(source.login(ADA, Marked.WRONG_PASSWORD)).isEqualTo(wrongPassword());
        assertThat(source.login("bob", Marked.PASSWORD)).isEqualTo(in("okta|1"));
        release.countDown();
        assertThat(outcome(leader)).isEqualTo(in("okta|1"));
        assertThat(asked).hasValue(3);
    }

    @Test
    void anotherClientIsAnotherQuestion() throws Exception {
        FutureTask<LoginOutcome> leader = lead();
        LoginRequest elsewhere = LoginRequest.of(ADA, Marked.PASSWORD)
                .withClient(ClientInfo.unknown().withTrustedAddress(InetAddress.getByName("192.0.2.7")));
        LoginRequest otherDevice = LoginRequest.of(ADA, Marked.PASSWORD)
                .withClient(ClientInfo.unknown().withDeviceId("device-2"));

        release.countDown();
        assertThat(source.login(elsewhere)).isEqualTo(in("okta|1"));
        assertThat(source.login(otherDevice)).isEqualTo(in("okta|1"));
        assertThat(outcome(leader)).isEqualTo(in("okta|1"));
        assertThat(AttemptKey.of(elsewhere))
                .isNotEqualTo(AttemptKey.of(otherDevice))
                .isNotEqualTo(AttemptKey.of(LoginRequest.of(ADA, Marked.PASSWORD)))
                .isEqualTo(AttemptKey.of(elsewhere));
    }

    @Test
    void nothingIsRememberedAfterwards() {
        release.countDown();
        source.login(ADA, Marked.PASSWORD);
        source.login(ADA, Marked.PASSWORD);

        assertThat(asked).hasValue(2);
    }

    @Test
    void interruptOfTheLeaderIsItsOwn() throws Exception {
        FutureTask<LoginOutcome> leader = lead();
        FutureTask<LoginOutcome> follower = follow();
        threads.get(0).interrupt();

        assertThat(kind(outcome(leader))).isEqualTo(Failure.Kind.INTERRUPTED);
        assertThat(outcome(follower)).isEqualTo(in("okta|1"));
        assertThat(asked).hasValue(2);
    }

    @Test
    void interruptOfAFollowerIsItsOwn() throws Exception {
        FutureTask<LoginOutcome> leader = lead();
        FutureTask<LoginOutcome> follower = follow();
        threads.get(1).interrupt();

        assertThat(kind(outcome(follower))).isEqualTo(Failure.Kind.INTERRUPTED);
        release.countDown();
        assertThat(outcome(leader)).isEqualTo(in("okta|1"));
    }

    @Test
    void followerKeepsItsOwnDeadline() throws Exception {
        FutureTask<LoginOutcome> leader = lead();
        ManualTime time = new ManualTime();
        Deadline deadline = Deadline.after(Duration.ofSeconds(8), time);
        time.advance(Duration.ofSeconds(9));

        LoginOutcome late = source.login(LoginRequest.of(ADA, Marked.PASSWORD).withDeadline(deadline));
        assertThat(kind(late)).isEqualTo(Failure.Kind.TIMEOUT);
        release.countDown();
        assertThat(outcome(leader)).isEqualTo(in("okta|1"));
    }
}
