package io.github.auth0migration.okta;

import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.ADA_ID;
import static io.github.auth0migration.okta.OktaStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.testsupport.Marked;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Without a token there is only the Authentication API. */
class OktaLoginOnlyTest {

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    private final OktaSource source = OktaSource.builder()
            .orgUrl(okta.url())
            .loginOnly()
            .userIdPrefix("okta")
            .emailVerification(EmailVerificationPolicy.ASSUME_VERIFIED)
            .build();

    @AfterEach
    void stop() {
        source.close();
    }

    private void signedInAs(String login) {
        okta.authn(json(
                200,
                Map.of(
                        "status",
                        "SUCCESS",
                        "sessionToken",
                        Marked.secret("session"),
                        "_embedded",
                        Map.of("user", Map.of("id", ADA_ID, "profile", Map.of("login", login, "firstName", "Ada"))))));
    }

    @Test
    void aLoginThatLooksLikeAnAddressIsTakenForOneButNeverVerified() {
        signedInAs(ADA);

        LoginOutcome outcome = source.login(ADA, Marked.PASSWORD);

        assertThat(Outcomes.of(outcome)).isEqualTo("Authenticated (email_from_login)");
        assertThat(((LoginOutcome.Authenticated) outcome).user().toAuth0Profile())
                .containsEntry("user_id", "okta|" + ADA_ID)
                .containsEntry("email", ADA)
                .containsEntry("email_verified", false);
        assertThat(okta.lines()).containsExactly("POST /api/v1/authn");
    }

    @Test
    void aPlainLoginIsAUsername() {
        signedInAs("awinter");

        LoginOutcome outcome = source.login("awinter", Marked.PASSWORD);

        assertThat(((LoginOutcome.Authenticated) outcome).user().toAuth0Profile())
                .containsEntry("username", "awinter")
                .doesNotContainKey("email");
    }

    @Test
    void aShortNameIsNotTheLogin() {
        signedInAs(ADA);

        assertThat(Outcomes.of(source.login("ada", Marked.PASSWORD)))
                .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
    }

    @Test
    void aShortNameIsNobodysWhateverThePolicy() {
        signedInAs(ADA);
        try (OktaSource anyOwned = OktaSource.builder()
                .orgUrl(okta.url())
                .loginOnly()
                .identifiers(IdentifierPolicy.ANY_OWNED)
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build()) {
            assertThat(Outcomes.of(anyOwned.login("ada", Marked.PASSWORD)))
                    .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
        }
    }

    @Test
    void thereIsNoLookup() {
        assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable CONFIGURATION");
        assertThat(okta.lines()).isEmpty();
    }
}
