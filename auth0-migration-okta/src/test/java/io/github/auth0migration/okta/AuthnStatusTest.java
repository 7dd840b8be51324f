package io.github.auth0migration.okta;

import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.ADA_ID;
import static io.github.auth0migration.okta.OktaStub.authnUser;
import static io.github.auth0migration.okta.OktaStub.json;
import static io.github.auth0migration.okta.OktaStub.state;
import static io.github.auth0migration.okta.OktaStub.success;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.testsupport.Marked;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each status with which the Authentication API answers 200. */
class AuthnStatusTest {

    private static final Map<String, Object> TOTP = Map.of("id", "f1", "factorType", "token:software:totp");
    private static final Map<String, Object> PASSWORD = Map.of("id", "password", "factorType", "password");

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    static Stream<AnswerRow<OktaStub, OktaSource.Builder>> rows() {
        return Stream.of(
                        proved(),
                        Stream.of(
                                status("LOCKED_OUT", "Refused LOCKED_OUT"),
                                status("MFA_CHALLENGE", "Refused SECOND_FACTOR_REQUIRED"),
                                status("MFA_ENROLL_ACTIVATE", "Refused SECOND_FACTOR_ENROLLMENT_REQUIRED"),
                                status("PASSWORD_RESET", "Refused PASSWORD_RESET_REQUIRED"),
                                status("RECOVERY", "Refused PASSWORD_RESET_REQUIRED"),
                                status("RECOVERY_CHALLENGE", "Refused PASSWORD_RESET_REQUIRED"),
                                status("UNAUTHENTICATED", "Refused POLICY_DENIED"),
                                status("FACTOR_REQUIRED", "Refused SECOND_FACTOR_REQUIRED"),
                                status("FACTOR_CHALLENGE", "Refused SECOND_FACTOR_REQUIRED"),
                                status("FACTOR_ENROLL", "Refused SECOND_FACTOR_ENROLLMENT_REQUIRED"),
                                status("FACTOR_ENROLL_ACTIVATE", "Refused SECOND_FACTOR_ENROLLMENT_REQUIRED"),
                                status("PROFILE_REQUIRED", "Refused REGISTRATION_INCOMPLETE"),
                                status("CONSENT_REQUIRED", "Refused POLICY_DENIED"),
                                status("ADMIN_CONSENT_REQUIRED", "Refused POLICY_DENIED"),
                                status("DEVICE_ACTIVATE", "Refused POLICY_DENIED"),
                                status("POLL", "Refused POLICY_DENIED")),
                        notUnderstood())
                .flatMap(rows -> rows);
    }

    private static Stream<AnswerRow<OktaStub, OktaSource.Builder>> proved() {
        return Stream.of(
                answer("1.2 SUCCESS", "Authenticated", success(ADA_ID)),
                answer("1.2 PASSWORD_WARN", "Authenticated", state("PASSWORD_WARN")),
                answer("1.2 PASSWORD_EXPIRED", "Refused PASSWORD_EXPIRED, password proved", state("PASSWORD_EXPIRED")),
                answer("1.2 PASSWORD_EXPIRED, migrated", "Authenticated (password_expired)", state("PASSWORD_EXPIRED"))
                        .with(b -> b.expiredPassword(ExpiredPasswordPolicy.MIGRATE_WITH_CAVEAT)),
                factors(
                        "1.2 MFA_REQUIRED",
                        "MFA_REQUIRED",
                        "Refused SECOND_FACTOR_REQUIRED, password proved",
                        List.of(TOTP)),
                factors(
                                "1.2 MFA_REQUIRED, migrated",
                                "MFA_REQUIRED",
                                "Authenticated (second_factor_not_migrated)",
                                List.of(TOTP))
                        .with(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)),
                factors(
                                "1.2 MFA_REQUIRED, password open",
                                "MFA_REQUIRED",
                                "Refused SECOND_FACTOR_REQUIRED",
                                List.of(TOTP, PASSWORD))
                        .with(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)),
                factors("1.2 MFA_REQUIRED, no factors", "MFA_REQUIRED", "Refused SECOND_FACTOR_REQUIRED", List.of())
                        .with(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)),
                factors(
                                "1.2 MFA_REQUIRED, a factor without a type",
                                "MFA_REQUIRED",
                                "Refused SECOND_FACTOR_REQUIRED",
                                List.of(TOTP, Map.of("id", "f2")))
                        .with(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)),
                answer(
                        "1.2 MFA_REQUIRED, one factor object",
                        "Refused SECOND_FACTOR_REQUIRED",
                        state("MFA_REQUIRED", Map.of("user", authnUser(ADA_ID), "factor", PASSWORD))),
                factors(
                        "1.2 MFA_ENROLL",
                        "MFA_ENROLL",
                        "Refused SECOND_FACTOR_ENROLLMENT_REQUIRED, password proved",
                        List.of(TOTP)),
                factors(
                                "1.2 MFA_ENROLL, migrated",
                                "MFA_ENROLL",
                                "Authenticated (second_factor_enrollment_skipped)",
                                List.of(TOTP))
                        .with(b -> b.factorEnrollment(FactorEnrollmentPolicy.MIGRATE_WITH_CAVEAT)),
                factors(
                                "1.2 MFA_ENROLL, password open",
                                "MFA_ENROLL",
                                "Refused SECOND_FACTOR_ENROLLMENT_REQUIRED",
                                List.of(PASSWORD))
                        .with(b -> b.factorEnrollment(FactorEnrollmentPolicy.MIGRATE_WITH_CAVEAT)));
    }

    private static Stream<AnswerRow<OktaStub, OktaSource.Builder>> notUnderstood() {
        return Stream.of(
                answer(
                        "1.2 SUCCESS without session token",
                        "Unavailable MALFORMED_RESPONSE",
                        Map.of("status", "SUCCESS", "_embedded", Map.of("user", authnUser(ADA_ID)))),
                answer(
                        "1.2 SUCCESS without user",
                        "Unavailable MALFORMED_RESPONSE",
                        Map.of("status", "SUCCESS", "sessionToken", Marked.secret("session"))),
                answer(
                        "1.2 SUCCESS of another account",
                        "Refused IDENTITY_MISMATCH, password proved",
                        success("00uEve0000000000002")),
                answer("1.2 anything else", "Unavailable MALFORMED_RESPONSE", state("SUCCESS_SOON")),
                answer("1.2 no status", "Unavailable MALFORMED_RESPONSE", Map.of("sessionToken", "x")));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> status(String status, String outcome) {
        // As some fixtures have them: with a user although nothing is proved.
        return answer("1.2 " + status, outcome, state(status));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> answer(String id, String outcome, Map<String, ?> body) {
        return AnswerRow.of(id, outcome, okta -> okta.authn(json(200, body)));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> factors(
            String id, String status, String outcome, List<Map<String, Object>> factors) {
        return answer(id, outcome, state(status, Map.of("user", authnUser(ADA_ID), "factors", factors)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decidesOnStatus(AnswerRow<OktaStub, OktaSource.Builder> row) {
        row.answer().accept(okta);

        try (OktaSource source = okta.source(row.settings())) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo(row.outcome());
        }
        assertThat(okta.passwordsSent()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cancelsWhatWasLeftOpen(AnswerRow<OktaStub, OktaSource.Builder> row) {
        row.answer().accept(okta);

        try (OktaSource source = okta.source(row.settings())) {
            source.login(ADA, Marked.PASSWORD);
        }

        boolean opened = okta.requests().stream()
                        .filter(request -> request.getUrl().equals("/api/v1/authn/cancel"))
                        .filter(request -> request.getBodyAsString().contains(Marked.secret("state")))
                        .count()
                == 1;
        boolean successful = row.id().contains("SUCCESS") || row.id().equals("1.2 no status");
        assertThat(opened).isEqualTo(!successful);
    }
}
