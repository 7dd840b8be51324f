package io.github.auth0migration.simulators.gigya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.Client.Answer;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GigyaLockoutTest {

    private static final String ADA = "ada@example.com";
    private static final String OTTO = "otto@example.com";

    private final TestClock clock = new TestClock();
    private final GigyaSimulator site = GigyaSimulator.builder().clock(clock).start();
    private final GigyaClient client = new GigyaClient(site);

    @BeforeEach
    void addPeople() {
        site.add(GigyaPerson.builder(ADA).uid("ada").password(Marked.PASSWORD).build());
        site.add(GigyaPerson.builder(OTTO).uid("otto").password(Marked.PASSWORD).build());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForFiveMinutes() throws IOException {
        wrong(5);
        assertThat(right()).isEqualTo("200 403120");
        assertThat(client.login(ADA, Marked.WRONG_PASSWORD).error()).isEqualTo("200 403120");
        assertThat(client.login(OTTO, Marked.PASSWORD).error()).isEqualTo("200 0");
        assertThat(site.person("ada").lockedUntil()).contains(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(info().text("/lockedUntil")).isEqualTo("2026-03-01T12:05:00Z");
        assertThat(info().text("/isLockedOut")).isEqualTo("true");

        clock.advance(Duration.ofMinutes(5));
        assertThat(info().json().has("lockedUntil")).isFalse();
        assertThat(info().text("/isLockedOut")).isEqualTo("false");
        assertThat(right()).isEqualTo("200 0");
    }

    @Test
    void triesDuringALockoutDoNotCount() throws IOException {
        site.lockoutAfter(2);
        wrong(2);
        for (int time = 0; time < 3; time++) {
            assertThat(client.login(ADA, Marked.WRONG_PASSWORD).error()).isEqualTo("200 403120");
        }
        clock.advance(Duration.ofMinutes(5));
        wrong(1);
        assertThat(right()).isEqualTo("200 0");
    }

    @Test
    void successBeginsTheCountAnewAndOldPasswordsCount() throws IOException {
        site.change("ada", person -> person.oldPasswords(Marked.secret("old")));
        site.lockoutAfter(2);
        wrong(1);
        assertThat(right()).isEqualTo("200 0");
        wrong(1);
        assertThat(client.login(ADA, Marked.secret("old")).error()).isEqualTo("200 401030");
        assertThat(right()).isEqualTo("200 403120");
    }

    @Test
    void aPersonCanBeLockedAndUnlockedByHand() throws IOException {
        site.change("ada", person -> person.lockedUntil(clock.instant().plusSeconds(10)));
        assertThat(right()).isEqualTo("200 403120");
        site.unlock("ada");
        assertThat(right()).isEqualTo("200 0");
        wrong(5);
        site.unlock("ada");
        assertThat(site.person("ada").lockedUntil()).isEmpty();
        assertThat(right()).isEqualTo("200 0");
    }

    @Test
    void aLockedAddressStopsEverybodyAndShowsOnNoAccount() throws IOException {
        site.lockAddress(true);
        assertThat(right()).isEqualTo("200 403120");
        assertThat(client.login("nobody@example.com", Marked.PASSWORD).error()).isEqualTo("200 403120");
        assertThat(info().json().has("lockedUntil")).isFalse();
        site.lockAddress(false);
        assertThat(right()).isEqualTo("200 0");
    }

    @Test
    void aCaptchaIsAskedForAfterSomeFailuresAndTriesThenDoNotCount() throws IOException {
        site.captchaAfter(2);
        site.lockoutAfter(3);
        wrong(2);
        for (int time = 0; time < 3; time++) {
            Answer answer = client.login(ADA, Marked.PASSWORD);
            assertThat(answer.error()).isEqualTo("200 401020");
            assertThat(answer.text("/errorFlags")).isEqualTo("captchaNeeded");
        }
        assertThat(client.login(OTTO, Marked.PASSWORD).error()).isEqualTo("200 0");
        site.unlock("ada");
        assertThat(right()).isEqualTo("200 0");
    }

    @Test
    void signInsAtOnceAreCountedOneByOne() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> wrong =
                    () -> client.login(ADA, Marked.WRONG_PASSWORD).error();
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(40, wrong))) {
                answers.add(answer.get());
            }
            assertThat(Collections.frequency(answers, "200 403042")).isEqualTo(5);
            assertThat(Collections.frequency(answers, "200 403120")).isEqualTo(35);
        } finally {
            threads.shutdownNow();
        }
        assertThat(site.requests(GigyaOperation.LOGIN)).isEqualTo(40);
    }

    @Test
    void limitsOfNoneAreRefused() {
        assertThatThrownBy(() -> site.lockoutAfter(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> site.captchaAfter(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private String right() throws IOException {
        return client.login(ADA, Marked.PASSWORD).error();
    }

    private void wrong(int times) throws IOException {
        for (int time = 0; time < times; time++) {
            assertThat(client.login(ADA, Marked.WRONG_PASSWORD).error()).isEqualTo("200 403042");
        }
    }

    private Answer info() throws IOException {
        return client.call("accounts.getAccountInfo", "UID", "ada", "include", "isLockedOut");
    }
}
