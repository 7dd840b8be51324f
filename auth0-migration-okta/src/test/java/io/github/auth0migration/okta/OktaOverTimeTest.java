package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.okta.LockoutVisibility;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an Okta that remembers: lockouts, tokens, indexes and faults. */
@Timeout(120)
class OktaOverTimeTest {

    private static final String ADA = "ada@example.com";

    private final OktaSimulator okta = OktaSimulator.start();
    private final OktaSource source = OktaSource.builder()
            .orgUrl(okta.url())
            .apiToken(okta::apiToken)
            .userIdPrefix("okta")
            .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
            .build();

    @BeforeEach
    void addAda() {
        okta.add(OktaPerson.builder(ADA).password(Marked.PASSWORD).build());
    }

    @AfterEach
    void stop() {
        source.close();
        okta.close();
    }

    private String login(String password) {
        return Outcomes.of(source.login(ADA, password));
    }

    @Test
    void anOutageMovesNobodyTowardsTheirLockout() {
        okta.showLockoutFailures(LockoutVisibility.SHOWN);
        okta.lockoutAfter(2);
        okta.fault(OktaOperation.AUTHN, Fault.status(503, OktaStub.error("E0000010")));
        for (int i = 0; i < 5; i++) {
            assertThat(login(Marked.PASSWORD)).isEqualTo("Unavailable SERVER_ERROR");
        }
        assertThat(okta.requests(OktaOperation.AUTHN)).isEqualTo(5);
        okta.clearFaults();

        assertThat(login(Marked.WRONG_PASSWORD)).isEqualTo("Rejected UNSPECIFIED");
        assertThat(login(Marked.PASSWORD)).isEqualTo("Authenticated");
    }

    @Test
    void oneWrongPasswordIsOneStepTowardsTheLockout() {
        okta.showLockoutFailures(LockoutVisibility.SHOWN);
        okta.lockoutAfter(2);

        assertThat(login(Marked.WRONG_PASSWORD)).isEqualTo("Rejected UNSPECIFIED");
        assertThat(login(Marked.WRONG_PASSWORD)).isIn("Rejected UNSPECIFIED", "Refused LOCKED_OUT");
        assertThat(login(Marked.PASSWORD)).isEqualTo("Refused LOCKED_OUT");
        assertThat(okta.requests(OktaOperation.AUTHN)).isEqualTo(3);
    }

    @Test
    void aFactorThatNoPolicyAskedForIsNotShedEither() {
        okta.add(OktaPerson.builder("otp@example.com")
                .password(Marked.PASSWORD)
                .factor("token:software:totp")
                .build());
        okta.answerAuthn(
                "otp@example.com",
                200,
                OktaStub.success(okta.person("otp@example.com").id()));

        assertThat(Outcomes.of(source.login("otp@example.com", Marked.PASSWORD)))
                .isEqualTo("Refused SECOND_FACTOR_REQUIRED, password proved");
    }

    @Test
    void aFactorThatNoPolicyAskedForMovesOnlyWithItsCaveat() {
        okta.add(OktaPerson.builder("otp@example.com")
                .password(Marked.PASSWORD)
                .factor("push")
                .build());
        okta.answerAuthn(
                "otp@example.com",
                200,
                OktaStub.success(okta.person("otp@example.com").id()));
        try (OktaSource lenient = OktaSource.builder()
                .orgUrl(okta.url())
                .apiToken(okta::apiToken)
                .secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build()) {
            assertThat(Outcomes.of(lenient.login("otp@example.com", Marked.PASSWORD)))
                    .isEqualTo("Authenticated (second_factor_not_migrated)");
        }
    }

    @Test
    void aRotatedTokenIsPickedUp() {
        assertThat(login(Marked.PASSWORD)).isEqualTo("Authenticated");
        okta.rotateApiToken();
        assertThat(login(Marked.PASSWORD)).isEqualTo("Authenticated");
    }

    @Test
    void aNewPersonIsFoundByTheirLoginBeforeTheIndexKnowsThem() {
        okta.holdIndex();
        okta.add(OktaPerson.builder("new@example.com").password(Marked.PASSWORD).build());
        okta.add(OktaPerson.builder("login@corp.example.com")
                .email("other@example.com")
                .password(Marked.PASSWORD)
                .build());

        assertThat(Outcomes.of(source.getUser("new@example.com"))).isEqualTo("Found");
        assertThat(Outcomes.of(source.getUser("other@example.com"))).isEqualTo("NotFound INDEX");
        okta.indexNow();
        assertThat(Outcomes.of(source.getUser("other@example.com"))).isEqualTo("Found");
    }

    @Test
    void aStaleIndexBringsNobodyBack() {
        okta.add(OktaPerson.builder("login@corp.example.com")
                .email("old@example.com")
                .password(Marked.PASSWORD)
                .build());
        okta.holdIndex();
        okta.change("login@corp.example.com", person -> person.email("new@example.com"));

        assertThat(Outcomes.of(source.getUser("old@example.com"))).isEqualTo("NotFound INDEX");
        assertThat(Outcomes.of(source.login("old@example.com", Marked.PASSWORD)))
                .isEqualTo("Rejected UNSPECIFIED");
    }

    @Test
    void aStaleIndexBringsNobodyBackForALoginThatIsNoAddress() {
        okta.add(OktaPerson.builder("plain")
                .email("plain@example.com")
                .password(Marked.PASSWORD)
                .build());
        okta.holdIndex();
        okta.change("plain", person -> person.login("renamed"));

        assertThat(Outcomes.of(source.getUser("plain"))).isEqualTo("NotFound INDEX");
    }

    @ParameterizedTest
    @CsvSource({"AUTHN", "GET_USER", "SEARCH_USERS"})
    void whatStallsOrDripsEndsAtTheDeadline(OktaOperation operation) throws Exception {
        List<Fault> faults = List.of(Fault.stall(), Fault.stallBody(), Fault.drip());
        faults.forEach(fault -> okta.faultOnce(operation, fault));
        // At once, each with a fault of its own: one after the other would take as many deadlines.
        ExecutorService threads = Executors.newFixedThreadPool(faults.size());
        try {
            for (Future<?> login : threads.invokeAll(
                    Collections.nCopies(faults.size(), Executors.callable(this::loginUntilTheDeadline)))) {
                login.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(okta.requests(operation)).isEqualTo(faults.size());
    }

    private void loginUntilTheDeadline() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(1));

        assertThat(Outcomes.of(
                        source.login(LoginRequest.of(ADA, Marked.PASSWORD).withDeadline(deadline))))
                .isEqualTo("Unavailable TIMEOUT");
        assertThat(deadline.isExpired()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"AUTHN", "GET_USER", "SEARCH_USERS", "LIST_FACTORS"})
    void noCredentialFollowsARedirect(OktaOperation operation) {
        try (OktaSimulator elsewhere = OktaSimulator.start()) {
            okta.fault(operation, Fault.redirectTo(elsewhere.url()));

            String outcome =
                    operation == OktaOperation.LIST_FACTORS ? Outcomes.of(source.getUser(ADA)) : login(Marked.PASSWORD);

            assertThat(outcome).isEqualTo("Unavailable MALFORMED_RESPONSE");
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"AUTHN,1", "GET_USER,3"})
    void passwordsAreSentOnceAndLookupsRepeated(OktaOperation operation, int arrivals) {
        okta.fault(operation, Fault.status(502, "<html>"));

        source.login(ADA, Marked.PASSWORD);

        assertThat(okta.requests(operation)).isEqualTo(arrivals);
    }

    @Test
    void openTransactionsAreClosed() {
        okta.add(OktaPerson.builder("otp@example.com")
                .password(Marked.PASSWORD)
                .factor("token:software:totp")
                .build());

        assertThat(Outcomes.of(source.login("otp@example.com", Marked.PASSWORD)))
                .isEqualTo("Refused SECOND_FACTOR_REQUIRED, password proved");
        assertThat(Eventually.holds(() -> okta.requests(OktaOperation.CANCEL) == 1 && okta.openTransactions() == 0))
                .isTrue();
        assertThat(Outcomes.of(source.getUser(LookupRequest.byIdentifier("otp@example.com"))))
                .isEqualTo("Refused SECOND_FACTOR_REQUIRED");
    }
}
