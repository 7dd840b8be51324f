package io.github.auth0migration.simulators.stormpath;

import static io.github.auth0migration.simulators.stormpath.Caller.verdict;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.COMPATIBLE;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.STORMPATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StormpathLockTest {

    private static final String ADA = "ada@example.com";

    private final TestClock clock = new TestClock();

    @Test
    void threeWrongPasswordsLockForFifteenMinutesButTheStatusStays() throws IOException {
        try (StormpathSimulator server = start(COMPATIBLE)) {
            Caller caller = new Caller(server);
            StormpathPerson ada = addAda(server);
            wrong(caller, 3);
            clock.advance(Duration.ofMinutes(14));
            assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("400 7104");

            Client.Answer locked = caller.get("/v1/accounts/" + ada.id());
            assertThat(locked.text("/status")).isEqualTo("ENABLED");
            assertThat(locked.text("/failedLoginAttempts")).isEqualTo("3");
            assertThat(locked.text("/lastLoginAttempt")).isEqualTo("2026-03-01T12:00:00.000Z");

            clock.advance(Duration.ofMinutes(1));
            assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("200");
            Client.Answer free = caller.get("/v1/accounts/" + ada.id());
            assertThat(free.text("/failedLoginAttempts")).isEqualTo("0");
            assertThat(free.text("/modifiedAt")).isEqualTo("2026-03-01T12:15:00.000Z");
        }
    }

    @Test
    void afterALockTheCountBeginsAnew() throws IOException {
        try (StormpathSimulator server = start(COMPATIBLE)) {
            Caller caller = new Caller(server);
            StormpathPerson ada = addAda(server);
            wrong(caller, 3);
            clock.advance(Duration.ofMinutes(15));
            wrong(caller, 1);

            assertThat(server.failedLoginAttempts(ada.id())).isEqualTo(1);
            assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("200");
        }
    }

    @Test
    void stormpathLocksOnlyWhenTold() throws IOException {
        try (StormpathSimulator server = start(STORMPATH)) {
            Caller caller = new Caller(server);
            StormpathPerson ada = addAda(server);
            wrong(caller, 5);
            assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("200");

            server.lockAfter(2, Duration.ofHours(1));
            wrong(caller, 2);
            assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("400 7103");
            assertThat(caller.get("/v1/accounts/" + ada.id()).json().has("failedLoginAttempts"))
                    .isFalse();
        }
    }

    @Test
    void theCountCanBeGivenAndGoesWithThePerson() throws IOException {
        try (StormpathSimulator server = start(COMPATIBLE)) {
            Caller caller = new Caller(server);
            StormpathPerson ada = addAda(server);
            server.change(ada.id(), person -> person.failedLoginAttempts(3));
            assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("400 7104");
            server.change(ada.id(), person -> person.surname("Winter"));
            assertThat(server.failedLoginAttempts(ada.id())).isEqualTo(3);
            server.change(ada.id(), person -> person.failedLoginAttempts(0));
            assertThat(verdict(caller.login(ADA, Marked.PASSWORD))).isEqualTo("200");

            server.remove(ada.id());
            StormpathPerson again =
                    server.add(ada.toBuilder().failedLoginAttempts(2).build());
            assertThat(server.failedLoginAttempts(again.id())).isEqualTo(2);
        }
    }

    private StormpathSimulator start(StormpathDialect dialect) {
        return StormpathSimulator.builder().clock(clock).dialect(dialect).start();
    }

    private static StormpathPerson addAda(StormpathSimulator server) {
        return server.add(StormpathPerson.builder(ADA).password(Marked.PASSWORD).build());
    }

    private static void wrong(Caller caller, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            assertThat(caller.login(ADA, Marked.WRONG_PASSWORD).status()).isEqualTo(400);
        }
    }
}
