package io.github.auth0migration.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers as processes on one PostgreSQL, one of which is killed while people sign in. */
class ReplicasIT {

    private static final int PEOPLE = 200;
    private static final int AT_ONCE = 4;
    private static final int BEFORE_THE_KILL = PEOPLE / 4;
    private static final int TRIES = 10;

    @TempDir
    private Path directory;

    private final OktaSimulator okta = OktaSimulator.start();
    private final String database = TestPostgres.newDatabase();
    private final CountDownLatch untilTheKill = new CountDownLatch(BEFORE_THE_KILL);
    private final AtomicInteger brokenOff = new AtomicInteger();

    @AfterEach
    void stop() {
        okta.close();
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                directory,
                Map.of(
                        "OKTA_ORG_URL", okta.url().toString(),
                        "OKTA_API_TOKEN", okta.apiToken(),
                        "DATABASE_URL", TestPostgres.url(database),
                        "GUARD_KEY", Marked.secret("k".repeat(32))));
    }

    private static String email(int number) {
        return "person" + number + "@example.com";
    }

    @Test
    void nobodyIsDoubledOrLostWhenAReplicaIsKilled() throws Exception {
        for (int number = 0; number < PEOPLE; number++) {
            okta.add(OktaPerson.builder(email(number)).password(Marked.PASSWORD).build());
        }
        ExecutorService people = Executors.newFixedThreadPool(2 * AT_ONCE);
        try (ServerProcess one = start();
                ServerProcess other = start()) {
            URI url = one.awaitUrl();
            URI before = other.awaitUrl();
            CompletableFuture<URI> again = new CompletableFuture<>();
            List<Future<Integer>> signIns = everybodyTwice(people, url, before, again);

            assertThat(untilTheKill.await(2, TimeUnit.MINUTES)).isTrue();
            awaitSignInsInFlight();
            other.kill();
            okta.clearFaults();
            try (ServerProcess restarted = start()) {
                again.complete(restarted.awaitUrl());
                for (Future<Integer> signIn : signIns) {
                    assertThat(signIn.get(2, TimeUnit.MINUTES)).isEqualTo(303);
                }
                assertThat(brokenOff.get()).as("sign-ins in flight at the kill").isPositive();
                assertEverybodyIsThereOnce();
                assertEverybodyComesInWithoutOkta(people, List.of(url, again.join()));
            }
        } finally {
            people.shutdownNow();
        }
    }

    /** All people but one wait for Okta, so some of them on each replica. */
    private void awaitSignInsInFlight() throws InterruptedException {
        okta.fault(OktaOperation.AUTHN, Fault.delay(Duration.ofSeconds(3)));
        int before = okta.requests(OktaOperation.AUTHN);
        assertThat(okta.awaitRequests(OktaOperation.AUTHN, before + 2 * AT_ONCE - 1, Duration.ofMinutes(1)))
                .isTrue();
    }

    /** Each person signs in on both replicas at the same moment. */
    private List<Future<Integer>> everybodyTwice(
            ExecutorService people, URI url, URI before, CompletableFuture<URI> again) {
        List<Future<Integer>> signIns = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String email = email(i);
            CyclicBarrier together = new CyclicBarrier(2);
            signIns.add(people.submit(() -> {
                together.await();
                return comesIn(url, email);
            }));
            signIns.add(people.submit(() -> {
                together.await();
                return comesInThoughKilled(before, again, email);
            }));
        }
        return signIns;
    }

    private int comesIn(URI url, String email) {
        TestBrowser browser = new TestBrowser(url);
        int status = submit(browser, browser.token(), email);
        untilTheKill.countDown();
        return status;
    }

    /** Whoever gets no answer tries again once the replica is back, as people do. */
    private int comesInThoughKilled(URI before, CompletableFuture<URI> again, String email) throws Exception {
        TestBrowser browser = new TestBrowser(again.isDone() ? again.join() : before);
        @Nullable String token = answered(browser::token);
        if (token != null) {
            @Nullable Integer status = answered(() -> submit(browser, token, email));
            if (status != null) {
                untilTheKill.countDown();
                return status;
            }
            brokenOff.incrementAndGet();
        }
        return comesIn(again.get(1, TimeUnit.MINUTES), email);
    }

    /** Whoever is told to try again does: so many hashes at once may take a busy machine longer than a sign-in may. */
    private static int submit(TestBrowser browser, String token, String email) {
        int status = post(browser, token, email);
        for (int i = 1; i < TRIES && status == 503; i++) {
            status = post(browser, browser.token(), email);
        }
        return status;
    }

    private static int post(TestBrowser browser, String token, String email) {
        return browser.post("/sign-in", Map.of("token", token, "identifier", email, "password", Marked.PASSWORD))
                .statusCode();
    }

    /** The answer; null when the connection broke. */
    private static <T> @Nullable T answered(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (AssertionError e) {
            if (e.getCause() instanceof IOException) {
                return null;
            }
            throw e;
        }
    }

    private void assertEverybodyIsThereOnce() throws SQLException {
        assertThat(count("SELECT count(*) FROM people")).isEqualTo(PEOPLE);
        assertThat(count("SELECT count(DISTINCT email) FROM people")).isEqualTo(PEOPLE);
        assertThat(count("SELECT count(DISTINCT user_id) FROM names")).isEqualTo(PEOPLE);
        assertThat(count("SELECT count(*) FROM people p WHERE NOT EXISTS (SELECT 1 FROM names n WHERE n.user_id ="
                        + " p.user_id AND n.name = lower(p.email))"))
                .isZero();
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = TestPostgres.connections(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void assertEverybodyComesInWithoutOkta(ExecutorService people, List<URI> replicas) throws Exception {
        okta.close();
        List<Future<Integer>> signIns = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            URI replica = replicas.get(i % replicas.size());
            String email = email(i);
            signIns.add(people.submit(() -> comesIn(replica, email)));
        }
        for (Future<Integer> signIn : signIns) {
            assertThat(signIn.get(1, TimeUnit.MINUTES)).isEqualTo(303);
        }
    }
}
