package io.github.auth0migration.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.Refusal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What both contracts share: the fixture, people, and calls of which every answer is searched for the passwords. */
abstract class ScriptContract {

    // The mark by which this project's own log scan knows a secret.
    private static final String MARK = "5ecr3t";
    static final String PASSWORD = MARK + "-contract-right";
    static final String WRONG_PASSWORD = MARK + "-contract-wrong";

    static final String ADA = "ada@contract.example";
    static final String KIM = "kim.s@contract.example";

    /** What a careless comparison, or a search with wildcards, takes for {@link #KIM}. */
    static final List<String> LOOKALIKES = List.of(
            "kım.s@contract.example", // dotless i
            "\u212aim.s@contract.example", // Kelvin sign
            "kim.ſ@contract.example", // long s
            "ｋim.s@contract.example", // full-width k
            "kim.s＠contract.example", // full-width @
            "kim.s@contract.example.",
            "kim.s*@contract.example",
            "kim%@contract.example");

    static final List<String> IMPLAUSIBLE = List.of(
            "",
            " ",
            "\t",
            "ada\u0000@contract.example",
            "ada@contract.example\r\nX-A: b",
            "ada\ud800@contract.example",
            "a".repeat(240) + "@contract.example");

    /** Far more than any call takes that keeps its deadline. */
    static final Duration GENEROUS = Duration.ofSeconds(20);

    private static final Duration BRIEF = Duration.ofMillis(1_500);

    private ContractFixture fixture;

    /**
     * Makes the platform and its source, for one test.
     *
     * @return the fixture; closed after the test
     * @throws Exception if it cannot be made: the test fails
     */
    protected abstract ContractFixture createFixture() throws Exception;

    @BeforeEach
    final void openFixture() throws Exception {
        fixture = createFixture();
    }

    @AfterEach
    final void closeFixture() {
        // A test that failed while interrupted must not disturb what comes next.
        Thread.interrupted();
        fixture.close();
    }

    /**
     * The tests that need a capability or a fault, for those that the platform has.
     *
     * @return one test for each; platforms without any give none
     */
    @TestFactory
    final Stream<DynamicTest> whatThePlatformCan() {
        return Needs.Tests.of(getClass())
                .filter(test -> Needs.Tests.suit(fixture, test))
                .map(test -> DynamicTest.dynamicTest(test.getName(), () -> withAFixtureOfItsOwn(test)));
    }

    private void withAFixtureOfItsOwn(Method test) throws Throwable {
        closeFixture();
        openFixture();
        try {
            test.invoke(this);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    final ContractFixture platform() {
        return fixture;
    }

    final ContractPerson known(String email) {
        return known(ContractPerson.active(email, PASSWORD));
    }

    final ContractPerson known(ContractPerson person) {
        fixture.add(person);
        return person;
    }

    final ContractPerson known(PersonState state) {
        return known(ContractPerson.active(ADA, PASSWORD).in(state));
    }

    final void begin(Fault fault) {
        fixture.begin(fault);
    }

    final LoginOutcome login(String identifier, String password) {
        return login(LoginRequest.of(identifier, password).withDeadline(Deadline.after(GENEROUS)));
    }

    final LoginOutcome loginBriefly(String identifier, String password) {
        return login(LoginRequest.of(identifier, password).withDeadline(Deadline.after(BRIEF)));
    }

    final LoginOutcome login(LoginRequest request) {
        LoginOutcome outcome = fixture.source().login(request);
        assertTellsNoPassword(
                outcome,
                MigrationEvent.Ending.of(outcome),
                outcome.fold(
                        in -> in.user().toAuth0Profile(),
                        rejected -> Map.of(),
                        refused -> Map.of(),
                        unavailable -> Map.of()));
        return outcome;
    }

    final LookupOutcome getUser(String identifier) {
        return getUser(LookupRequest.byIdentifier(identifier).withDeadline(Deadline.after(GENEROUS)));
    }

    final LookupOutcome getUserBriefly(String identifier) {
        return getUser(LookupRequest.byIdentifier(identifier).withDeadline(Deadline.after(BRIEF)));
    }

    final LookupOutcome getUserById(String userId) {
        return getUser(LookupRequest.byUserId(userId).withDeadline(Deadline.after(GENEROUS)));
    }

    final LookupOutcome getUser(LookupRequest request) {
        LookupOutcome outcome = fixture.source().getUser(request);
        assertTellsNoPassword(
                outcome,
                MigrationEvent.Ending.of(outcome),
                outcome.fold(
                        found -> found.user().toAuth0Profile(),
                        nobody -> Map.of(),
                        refused -> Map.of(),
                        unavailable -> Map.of()));
        return outcome;
    }

    final MigratedUser authenticated(String identifier) {
        return assertInstanceOf(LoginOutcome.Authenticated.class, login(identifier, PASSWORD))
                .user();
    }

    final MigratedUser found(String identifier) {
        return assertInstanceOf(LookupOutcome.Found.class, getUser(identifier)).user();
    }

    static void assertRefused(Refusal expected, LoginOutcome outcome) {
        assertEquals(new LoginOutcome.Refused(expected), outcome);
    }

    static void assertRefused(Refusal.Reason expected, LookupOutcome outcome) {
        assertEquals(LookupOutcome.Refused.of(expected), outcome);
    }

    static void assertTellsNoPassword(Object... told) {
        assertAll(List.of(told).stream()
                .map(object -> () ->
                        assertFalse(object.toString().contains(MARK), "a password shows in " + object.getClass())));
    }

    /** Runs something that must end long before its own deadline would make it. */
    static void promptly(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        assertTrue(taken.compareTo(GENEROUS.dividedBy(2)) < 0, "took " + taken.toMillis() + " ms");
    }
}
