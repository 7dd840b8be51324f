package io.github.auth0migration.stormpath;

import static io.github.auth0migration.providertests.PlatformStub.html;
import static io.github.auth0migration.stormpath.StormpathStub.ADA;
import static io.github.auth0migration.stormpath.StormpathStub.ADA_ID;
import static io.github.auth0migration.stormpath.StormpathStub.EVE_ID;
import static io.github.auth0migration.stormpath.StormpathStub.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each answer of search and account, at a look-up. */
class AccountAnswerTest {

    @RegisterExtension
    static final StormpathStub stormpath = new StormpathStub();

    static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> rows() {
        return Stream.concat(accounts(), searches());
    }

    private static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> accounts() {
        String nonsense = "Unavailable MALFORMED_RESPONSE";
        return Stream.of(
                ada("4 ENABLED", "Found", "status", "ENABLED"),
                ada("4 DISABLED", "Refused DISABLED", "status", "DISABLED"),
                ada("4 UNVERIFIED", "Refused NOT_ACTIVATED", "status", "UNVERIFIED"),
                ada("4 unknown status", "Refused POLICY_DENIED", "status", "LOCKED"),
                ada("4 no status", nonsense, "status", null),
                ada("4 no e-mail", nonsense, "email", null),
                ada("4 no href", nonsense, "href", null),
                row("4 null names", "Found", s -> s.person(s.adaWith("givenName", null))),
                row("4 account 401", "Unavailable SOURCE_CREDENTIALS", s -> s.accounts(error(401, 401))),
                row("4 account 404", "NotFound INDEX", s -> s.accounts(error(404, 404))),
                row("4 account 404 not JSON", "Unavailable CONFIGURATION", s -> s.accounts(html(404))),
                row("4 account 500", "Unavailable SERVER_ERROR", s -> s.accounts(error(500, 500))));
    }

    private static Stream<AnswerRow<StormpathStub, StormpathSource.Builder>> searches() {
        String nonsense = "Unavailable MALFORMED_RESPONSE";
        return Stream.of(
                row("5 nobody", "NotFound INDEX", s -> s.search("email", StormpathStub.page())),
                search("5 no size", "Found", s -> Map.of("items", List.of(s.account(ADA_ID, ADA, ADA)))),
                search("8.13 items null", nonsense, s -> Map.of("size", 1)),
                search("8.13 items not objects", nonsense, s -> Map.of("items", List.of("ada"))),
                answer(400, 2100, "Unavailable INTERNAL"),
                answer(400, 7104, nonsense),
                answer(400, 400, "Unavailable INTERNAL"),
                answer(401, 401, "Unavailable SOURCE_CREDENTIALS"),
                answer(403, 403, "Unavailable SOURCE_CREDENTIALS"),
                answer(404, 404, "Unavailable CONFIGURATION"),
                answer(429, 429, "Unavailable RATE_LIMITED"),
                answer(500, 500, "Unavailable SERVER_ERROR"),
                answer(500, 9001, "Unavailable SERVER_ERROR"),
                row("5 search 200 not JSON", nonsense, s -> s.search("email", html(200))));
    }

    private static AnswerRow<StormpathStub, StormpathSource.Builder> ada(
            String id, String outcome, String member, @Nullable Object value) {
        return row(id, outcome, s -> s.person(s.adaWith(member, value)));
    }

    private static AnswerRow<StormpathStub, StormpathSource.Builder> search(
            String id, String outcome, Function<StormpathStub, Map<String, ?>> page) {
        return row(id, outcome, s -> s.search("email", page.apply(s)));
    }

    private static AnswerRow<StormpathStub, StormpathSource.Builder> answer(int status, int code, String outcome) {
        return row("5 search " + status + " " + code, outcome, s -> s.search("email", error(status, code)));
    }

    private static AnswerRow<StormpathStub, StormpathSource.Builder> row(
            String id, String outcome, Consumer<StormpathStub> answer) {
        return AnswerRow.of(id, outcome, answer);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lookup(AnswerRow<StormpathStub, StormpathSource.Builder> row) {
        row.answer().accept(stormpath);

        try (StormpathSource source = stormpath.source(Patience.LITTLE)) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo(row.outcome());
        }
    }

    @ParameterizedTest
    @CsvSource({"DISABLED, DISABLED", "UNVERIFIED, NOT_ACTIVATED", "LOCKED, POLICY_DENIED"})
    @Row(value = "8.6 a status other than ENABLED", outcome = "no password is sent")
    void nobodyWithAnObstacleIsAskedForAPassword(String status, String reason) {
        stormpath.person(stormpath.adaWith("status", status));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Refused " + reason);
        }
        assertThat(stormpath.passwordsSent()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, FROM_SOURCE, true", "UNVERIFIED, FROM_SOURCE, false", "UNKNOWN, FROM_SOURCE, false",
        ", FROM_SOURCE, false", "VERIFIED, ASSUME_VERIFIED, true", "UNVERIFIED, ASSUME_VERIFIED, false",
        "UNKNOWN, ASSUME_VERIFIED, true", ", ASSUME_VERIFIED, true", "PERHAPS, ASSUME_VERIFIED, false",
        "VERIFIED, ASSUME_UNVERIFIED, false"
    })
    @Row(
            value = "8.5 emailVerificationStatus",
            outcome = "verified only where it says VERIFIED, or by ASSUME_VERIFIED where it says nothing")
    void verifiedAddresses(@Nullable String word, EmailVerificationPolicy policy, boolean verified) {
        stormpath.person(stormpath.adaWith("emailVerificationStatus", word));

        try (StormpathSource source = stormpath.source(b -> b.emailVerification(policy))) {
            assertThat(user(source).emailVerified()).isEqualTo(verified);
        }
    }

    @Test
    @Row(value = "4 verification pending", outcome = "Found, not verified under ASSUME_VERIFIED")
    void aPendingVerificationIsNone() {
        Map<String, Object> ada = stormpath.adaWith("emailVerificationStatus", null);
        ada.put("emailVerificationToken", Map.of("href", stormpath.href("emailVerificationTokens", "t1")));
        stormpath.person(ada);

        try (StormpathSource source =
                stormpath.source(b -> b.emailVerification(EmailVerificationPolicy.ASSUME_VERIFIED))) {
            assertThat(user(source).emailVerified()).isFalse();
        }
    }

    private static MigratedUser user(StormpathSource source) {
        return ((LookupOutcome.Found) source.getUser(ADA)).user();
    }

    @ParameterizedTest
    @CsvSource({
        "stormpath|ada0000000000000000001, Found",
        "stormpath|ADA0000000000000000001, NotFound EXACT",
        "stormpath|nobody, NotFound EXACT",
        "other|ada0000000000000000001, NotFound EXACT",
        "stormpath|../applications/x, NotFound EXACT"
    })
    void byUserId(String userId, String outcome) {
        stormpath.account("nobody", error(404, 404));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId(userId))))
                    .isEqualTo(outcome);
        }
    }

    @Test
    @Row(value = "4 account of another application", outcome = "NotFound INDEX")
    void anIdOfAnotherApplicationIsNobodys() {
        stormpath.search("email", StormpathStub.page());

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("stormpath|" + ADA_ID))))
                    .isEqualTo("NotFound INDEX");
        }
    }

    @Test
    @Row(value = "4 account 404 by user id, not JSON", outcome = "Unavailable CONFIGURATION")
    void aGatewaysNotFoundIsNobodysAbsence() {
        stormpath.accounts(html(404));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("stormpath|" + ADA_ID))))
                    .isEqualTo("Unavailable CONFIGURATION");
        }
    }

    @Test
    @Row(value = "4 account with another id", outcome = "Unavailable MALFORMED_RESPONSE")
    void anotherAccountThanAskedForIsNobodysAbsence() {
        stormpath.accounts(StormpathStub.json(200, stormpath.account(EVE_ID, ADA, ADA)));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.getUser(LookupRequest.byUserId("stormpath|" + ADA_ID))))
                    .isEqualTo("Unavailable MALFORMED_RESPONSE");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }

    @Test
    @Row(value = "4 account 404 after the proof", outcome = "Unavailable MALFORMED_RESPONSE")
    void anAccountThatVanishesAfterTheProof() {
        stormpath.accounts(error(404, 404));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }
}
