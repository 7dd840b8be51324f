package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.ada;
import static io.github.auth0migration.gigya.GigyaStub.adaBut;
import static io.github.auth0migration.gigya.GigyaStub.coded;
import static io.github.auth0migration.gigya.GigyaStub.error;
import static io.github.auth0migration.gigya.GigyaStub.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.testsupport.Marked;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error code of accounts.login. */
class LoginCodeTest {

    private static final Map<String, String> REG_TOKEN = Map.of("regToken", Marked.secret("reg-token"));

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    static Stream<AnswerRow<GigyaStub, GigyaSource.Builder>> rows() {
        return Stream.of(success(), partial(), pending(), ended(), throttled()).flatMap(List::stream);
    }

    private static List<AnswerRow<GigyaStub, GigyaSource.Builder>> success() {
        return List.of(
                row("3 0", "Authenticated", g -> {}),
                row("3 0 without UID", "Unavailable MALFORMED_RESPONSE", g -> g.login(ok(adaBut("UID", null)))),
                row("3 0 with an empty UID", "Unavailable MALFORMED_RESPONSE", g -> g.login(ok(adaBut("UID", "")))),
                row("3 0 without UID, with a token", "Unavailable MALFORMED_RESPONSE", g -> g.login(ok(REG_TOKEN))),
                row("3 0, social only", "Authenticated", g -> g.login(ok(adaBut("socialProviders", "facebook")))),
                row(
                        "3 0, cut",
                        "Authenticated",
                        g -> g.login(ok(Map.of("UID", GigyaStub.ADA_UID, "profile", Map.of("email", ADA))))),
                row("3 0, not registered", "Authenticated (registration_incomplete)", g -> g.login(ok(unregistered()))),
                row(
                                "3 0, not registered, REFUSE",
                                "Refused REGISTRATION_INCOMPLETE, password proved",
                                g -> g.login(ok(unregistered())))
                        .with(b -> b.incompleteRegistration(IncompleteRegistrationPolicy.REFUSE)),
                row("3 0, inactive", "Refused DISABLED, password proved", g -> g.login(ok(adaBut("isActive", false)))),
                row("3 0, isActive missing", "Authenticated", g -> g.login(ok(adaBut("isActive", null)))),
                row(
                        "3 0, locked",
                        "Refused LOCKED_OUT, password proved",
                        g -> g.login(ok(adaBut("lockedUntil", "2999-01-01T00:00:00Z")))),
                row(
                        "3 0 for a stranger",
                        "Refused IDENTITY_MISMATCH, password proved",
                        g -> g.login(ok(GigyaStub.account("_guid_Eve", "eve@example.com")))));
    }

    private static List<AnswerRow<GigyaStub, GigyaSource.Builder>> partial() {
        return List.of(
                row("3 206001", "Authenticated (registration_incomplete)", g -> g.login(coded(206001, ada()))),
                row(
                                "3 206001, REFUSE",
                                "Refused REGISTRATION_INCOMPLETE, password proved",
                                g -> g.login(coded(206001, ada())))
                        .with(b -> b.incompleteRegistration(IncompleteRegistrationPolicy.REFUSE)),
                row(
                        "3 206001, only a token",
                        "Authenticated (registration_incomplete)",
                        g -> g.login(coded(206001, REG_TOKEN))),
                row(
                        "3 206001, isActive missing",
                        "Unavailable MALFORMED_RESPONSE",
                        g -> g.login(coded(206001, adaBut("isActive", null)))),
                row("3 206001 with nothing", "Unavailable MALFORMED_RESPONSE", g -> g.login(error(206001))),
                row("3 206001 of nobody", "Unavailable MALFORMED_RESPONSE", g -> {
                    g.login(coded(206001, REG_TOKEN));
                    g.account(error(404003));
                }),
                row("3 206002", "Authenticated (email_unverified)", g -> g.login(coded(206002, unverifiedLogin()))),
                row(
                                "3 206002, REFUSE",
                                "Refused EMAIL_UNVERIFIED, password proved",
                                g -> g.login(coded(206002, unverifiedLogin())))
                        .with(b -> b.pendingVerification(PendingVerificationPolicy.REFUSE)),
                row(
                        "3 206002, not a login",
                        "Refused EMAIL_UNVERIFIED, password proved",
                        g -> g.login(coded(206002, waitingAddress()))),
                row("3 206003", "Unavailable MALFORMED_RESPONSE", g -> g.login(coded(206003, ada()))),
                row("3 206004", "Unavailable MALFORMED_RESPONSE", g -> g.login(coded(206004, ada()))),
                row("3 206005", "Unavailable MALFORMED_RESPONSE", g -> g.login(coded(206005, ada()))),
                row("3 206006", "Refused EMAIL_UNVERIFIED", g -> g.login(coded(206006, ada()))),
                row("3 206999", "Unavailable MALFORMED_RESPONSE", g -> g.login(coded(206999, ada()))),
                row("3 200009", "Unavailable MALFORMED_RESPONSE", g -> g.login(coded(200009, ada()))),
                row("3 200010", "Unavailable MALFORMED_RESPONSE", g -> g.login(coded(200010, ada()))));
    }

    private static List<AnswerRow<GigyaStub, GigyaSource.Builder>> pending() {
        return List.of(
                token(403100, "", "Refused PASSWORD_EXPIRED, password proved"),
                token(403100, ", migrated", "Authenticated (password_expired)")
                        .with(b -> b.expiredPassword(ExpiredPasswordPolicy.MIGRATE_WITH_CAVEAT)),
                token(403101, "", "Refused SECOND_FACTOR_REQUIRED, password proved"),
                token(403101, ", migrated", "Authenticated (second_factor_not_migrated)")
                        .with(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)),
                token(403102, "", "Refused SECOND_FACTOR_ENROLLMENT_REQUIRED, password proved"),
                token(403102, ", migrated", "Authenticated (second_factor_enrollment_skipped)")
                        .with(b -> b.factorEnrollment(FactorEnrollmentPolicy.MIGRATE_WITH_CAVEAT)),
                row("3 403101 with nothing, migrated", "Unavailable MALFORMED_RESPONSE", g -> g.login(error(403101)))
                        .with(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)));
    }

    private static List<AnswerRow<GigyaStub, GigyaSource.Builder>> ended() {
        return Stream.of(
                        Map.entry("Rejected UNSPECIFIED", List.of(403042, 403047)),
                        Map.entry("Rejected WRONG_PASSWORD", List.of(401030)),
                        Map.entry("Refused DISABLED", List.of(403041)),
                        Map.entry("Refused EMAIL_UNVERIFIED", List.of(403013)),
                        Map.entry("Refused POLICY_DENIED", List.of(403044, 400303)),
                        Map.entry("Unavailable INTERNAL", List.of(400002, 400006)),
                        Map.entry(
                                "Unavailable SOURCE_CREDENTIALS",
                                List.of(400008, 400093, 403002, 403003, 403004, 403005, 403010, 403036)),
                        Map.entry("Unavailable CONFIGURATION", List.of(301001, 403006, 403007, 403300)),
                        Map.entry("Unavailable RATE_LIMITED", List.of(403048, 409030, 503001)),
                        Map.entry("Unavailable SERVER_ERROR", List.of(400302, 500001, 500002, 500028)),
                        Map.entry("Unavailable TIMEOUT", List.of(504001, 504002)),
                        Map.entry(
                                "Unavailable MALFORMED_RESPONSE",
                                List.of(400003, 403043, 403110, 409003, 599999, 999999, -1)))
                .flatMap(outcome -> outcome.getValue().stream()
                        .map(code -> row("3 " + code, outcome.getKey(), g -> g.login(error(code)))))
                .toList();
    }

    private static List<AnswerRow<GigyaStub, GigyaSource.Builder>> throttled() {
        return Stream.of(401020, 401021, 401023, 403120)
                .flatMap(code -> Stream.of(
                        row("3 " + code, "Unavailable RATE_LIMITED", g -> g.login(error(code))),
                        row("3 " + code + ", account locked", "Refused LOCKED_OUT", g -> {
                            g.person(adaBut("lockedUntil", "2999-01-01T00:00:00Z"));
                            g.login(error(code));
                        })))
                .toList();
    }

    private static Map<String, Object> unregistered() {
        return adaBut("isRegistered", false);
    }

    /** A login address that nobody has verified. */
    private static Map<String, Object> unverifiedLogin() {
        return adaBut("emails", Map.of("verified", List.of(), "unverified", List.of(ADA)));
    }

    /** An address that becomes a login when it is verified; another one is a login already. */
    private static Map<String, Object> waitingAddress() {
        return adaBut("loginIDs", Map.of("emails", List.of("ada.old@example.com"), "unverifiedEmails", List.of(ADA)));
    }

    private static AnswerRow<GigyaStub, GigyaSource.Builder> token(int code, String suffix, String outcome) {
        return row("3 " + code + suffix, outcome, g -> g.login(coded(code, REG_TOKEN)));
    }

    private static AnswerRow<GigyaStub, GigyaSource.Builder> row(
            String id, String outcome, Consumer<GigyaStub> answer) {
        return AnswerRow.of(id, outcome, answer);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decidesOnErrorCode(AnswerRow<GigyaStub, GigyaSource.Builder> row) {
        row.answer().accept(gigya);

        try (GigyaSource source = gigya.source(row.settings())) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo(row.outcome());
        }
        assertThat(gigya.passwordsSent()).as("passwords sent").isEqualTo(1);
    }

    @Test
    void whoeverIsInHasAUidAndNoTokenIsFollowed() {
        gigya.login(ok(REG_TOKEN));

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
        assertThat(gigya.lines()).containsExactly("POST " + GigyaStub.LOGIN);
    }
}
