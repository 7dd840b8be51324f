package io.github.auth0migration.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.ADA_ID;
import static io.github.auth0migration.okta.OktaStub.NOT_FOUND;
import static io.github.auth0migration.okta.OktaStub.error;
import static io.github.auth0migration.okta.OktaStub.json;
import static io.github.auth0migration.okta.OktaStub.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.testsupport.Marked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each status of a user object, at look-up and after a proved password, and each error of the Users API. */
class UserStatusTest {

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    static Stream<AnswerRow<OktaStub, OktaSource.Builder>> rows() {
        return Stream.of(
                status("ACTIVE", "Found"),
                status("PASSWORD_EXPIRED", "Found"),
                status("RECOVERY", "Found"),
                status("LOCKED_OUT", "Found"),
                status("PROVISIONED", "Found"),
                status("STAGED", "Refused NOT_ACTIVATED"),
                status("SUSPENDED", "Refused DISABLED"),
                status("DEPROVISIONED", "Refused DISABLED"),
                AnswerRow.of("2.3 ACTIVATING and unknown", "Refused POLICY_DENIED", ada("ACTIVATING", "OKTA")),
                AnswerRow.of("2.3 about to be DEPROVISIONED", "Refused DISABLED", o -> {
                    Map<String, Object> leaving = new LinkedHashMap<>(user(ADA_ID, ADA, ADA, "ACTIVE", "OKTA"));
                    leaving.put("transitioningToStatus", "DEPROVISIONED");
                    o.person(leaving);
                }),
                provider("OKTA", "Found"),
                provider("IMPORT", "Found"),
                provider("ACTIVE_DIRECTORY", "Found"),
                provider("LDAP", "Found"),
                provider("FEDERATION", "Refused NO_PASSWORD"),
                provider("SOCIAL", "Refused NO_PASSWORD"),
                AnswerRow.of("2.3 unknown provider", "Refused POLICY_DENIED", ada("ACTIVE", "CARRIER_PIGEON")),
                AnswerRow.of("2.3 no credentials", "Unavailable MALFORMED_RESPONSE", o -> {
                    Map<String, Object> bare = new LinkedHashMap<>(user(ADA_ID, ADA, ADA, "ACTIVE", "OKTA"));
                    bare.remove("credentials");
                    o.person(bare);
                }),
                AnswerRow.of("2.3 404 E0000007", "NotFound INDEX", o -> {
                    o.users(json(404, NOT_FOUND));
                    o.search(json(200, "[]"));
                }),
                users("2.3 404 E0000008", 404, error("E0000008"), "Unavailable CONFIGURATION"),
                users("2.3 400 E0000007", 400, NOT_FOUND, "Unavailable MALFORMED_RESPONSE"),
                users("2.3 404 not JSON", 404, "<html>", "Unavailable MALFORMED_RESPONSE"),
                users("2.3 401 E0000011", 401, error("E0000011"), "Unavailable SOURCE_CREDENTIALS"),
                users("2.3 401 E0000015", 401, error("E0000015"), "Unavailable CONFIGURATION"),
                users("2.3 403 E0000006", 403, error("E0000006"), "Unavailable CONFIGURATION"),
                users("2.3 an array", 200, "[]", "Unavailable MALFORMED_RESPONSE"),
                factor(
                        "2.2 a second factor",
                        "[{\"factorType\":\"push\",\"status\":\"ACTIVE\"}]",
                        "Refused SECOND_FACTOR_REQUIRED"),
                factor("2.2 a second factor, migrated", "[{\"factorType\":\"push\",\"status\":\"ACTIVE\"}]", "Found")
                        .with(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)),
                factor("2.2 a factor not set up", "[{\"factorType\":\"push\",\"status\":\"NOT_SETUP\"}]", "Found"),
                factor(
                        "2.2 a factor in an unknown state",
                        "[{\"factorType\":\"push\"}]",
                        "Refused SECOND_FACTOR_REQUIRED"),
                AnswerRow.of("2.2 factors not visible", "Found", o -> o.factors(json(403, error("E0000006")))),
                AnswerRow.of(
                        "2.2 factors, a gateway's 403",
                        "Unavailable CONFIGURATION",
                        o -> o.factors(aResponse().withStatus(403).withBody("<html>"))),
                AnswerRow.of(
                        "2.2 factors not readable",
                        "Unavailable MALFORMED_RESPONSE",
                        o -> o.factors(aResponse().withStatus(200).withBody("{}"))));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> status(String status, String outcome) {
        return AnswerRow.of("2.3 " + status, outcome, ada(status, "OKTA"));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> provider(String provider, String outcome) {
        return AnswerRow.of("2.3 provider " + provider, outcome, ada("ACTIVE", provider));
    }

    private static Consumer<OktaStub> ada(String status, String provider) {
        return okta -> okta.person(user(ADA_ID, ADA, ADA, status, provider));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> users(String id, int status, String body, String outcome) {
        return AnswerRow.of(id, outcome, okta -> okta.users(json(status, body)));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> factor(String id, String factors, String outcome) {
        return AnswerRow.of(id, outcome, okta -> okta.factors(factors));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void looksUp(AnswerRow<OktaStub, OktaSource.Builder> row) {
        row.answer().accept(okta);

        try (OktaSource source = okta.source(row.settings())) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo(row.outcome());
        }
        assertThat(okta.passwordsSent()).isZero();
    }

    /** By id the same, but that absence is certain. */
    @ParameterizedTest
    @MethodSource("rows")
    void looksUpByUserId(AnswerRow<OktaStub, OktaSource.Builder> row) {
        row.answer().accept(okta);

        try (OktaSource source = okta.source(row.settings())) {
            LookupOutcome outcome = source.getUser(LookupRequest.byUserId("okta|" + ADA_ID));
            assertThat(Outcomes.of(outcome)).isEqualTo(row.outcome().replace("INDEX", "EXACT"));
        }
    }

    /** Whom a look-up refuses for their state does not get as far as a password. */
    @ParameterizedTest
    @MethodSource("rows")
    void sendsNoPasswordOfWhomItWouldRefuse(AnswerRow<OktaStub, OktaSource.Builder> row) {
        row.answer().accept(okta);

        try (OktaSource source = okta.source(row.settings())) {
            source.login(ADA, Marked.PASSWORD);
        }

        boolean factorsOnly = row.id().startsWith("2.2");
        assertThat(okta.passwordsSent()).isEqualTo(factorsOnly || row.outcome().equals("Found") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "SUSPENDED,REFUSE,'Refused DISABLED, password proved'",
        "RECOVERY,REFUSE,'Refused PASSWORD_RESET_REQUIRED, password proved'",
        "LOCKED_OUT,REFUSE,'Refused LOCKED_OUT, password proved'",
        "PROVISIONED,REFUSE,'Refused NOT_ACTIVATED, password proved'",
        "PASSWORD_EXPIRED,REFUSE,'Refused PASSWORD_EXPIRED, password proved'",
        "PASSWORD_EXPIRED,MIGRATE_WITH_CAVEAT,Authenticated (password_expired)",
        "ACTIVE,REFUSE,Authenticated"
    })
    void aStateThatEndsThePasswordCountsAfterTheProofToo(String status, ExpiredPasswordPolicy policy, String outcome) {
        okta.user(ADA_ID, json(200, user(ADA_ID, ADA, ADA, status, "OKTA")));

        try (OktaSource source = okta.source(b -> b.expiredPassword(policy))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo(outcome);
        }
    }

    @Test
    void readsTheStateAgainAfterTheProof() {
        okta.user("00uAda0000000000001", json(200, user(ADA_ID, ADA, ADA, "SUSPENDED", "OKTA")));

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Refused DISABLED, password proved");
        }
    }

    @Test
    void provesAPasswordButCannotReadTheProfile() {
        okta.user("00uAda0000000000001", json(503, error("E0000010")));

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable SERVER_ERROR");
        }
        assertThat(okta.passwordsSent()).isEqualTo(1);
        assertThat(okta.lines().stream().filter(line -> line.endsWith(ADA_ID))).hasSize(3);
    }
}
