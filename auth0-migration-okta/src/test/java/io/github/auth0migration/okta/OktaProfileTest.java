package io.github.auth0migration.okta;

import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.ADA_ID;
import static io.github.auth0migration.okta.OktaStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.testsupport.Marked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OktaProfileTest {

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    private static Map<String, Object> withProfile(Map<String, Object> profile) {
        return Map.of(
                "id",
                ADA_ID,
                "status",
                "ACTIVE",
                "profile",
                profile,
                "credentials",
                Map.of("provider", Map.of("type", "OKTA", "name", "OKTA")));
    }

    private MigratedUser found() {
        try (OktaSource source = okta.source()) {
            return ((LookupOutcome.Found) source.getUser(ADA)).user();
        }
    }

    /** Frozen: who was migrated under these ids must get the same ones for ever. */
    @Test
    void goldenProfile() {
        okta.person(withProfile(Map.of(
                "login", ADA,
                "email", ADA,
                "firstName", "Ada",
                "lastName", "Winter",
                "displayName", "Ada the Engineer",
                "nickName", "Addie",
                "mobilePhone", "+1-555-0100",
                "department", "Engines",
                "badges", List.of("poet", "mathematician"))));

        assertThat(found().toAuth0Profile())
                .isEqualTo(Map.of(
                        "user_id", "okta|00uAda0000000000001",
                        "email", "ada@example.com",
                        "email_verified", false,
                        "name", "Ada the Engineer",
                        "given_name", "Ada",
                        "family_name", "Winter",
                        "nickname", "Addie",
                        "user_metadata",
                                Map.of(
                                        "mobilePhone", "+1-555-0100",
                                        "department", "Engines",
                                        "badges", List.of("poet", "mathematician"))));
    }

    @Test
    void goldenUserIds() {
        try (OktaSource prefixed = okta.source();
                OktaSource other = okta.source(b -> b.userIdPrefix("acme-eu"))) {
            assertThat(((LookupOutcome.Found) prefixed.getUser(ADA)).user().userId())
                    .isEqualTo("okta|00uAda0000000000001");
            assertThat(((LookupOutcome.Found) other.getUser(ADA)).user().userId())
                    .isEqualTo("acme-eu|00uAda0000000000001");
        }
    }

    @Test
    void bothScriptsMakeTheSameUser() {
        try (OktaSource source = okta.source()) {
            LoginOutcome.Authenticated in = (LoginOutcome.Authenticated) source.login(ADA, Marked.PASSWORD);

            assertThat(in.user()).isEqualTo(found());
            assertThat(((LookupOutcome.Found) source.getUser(
                                    LookupRequest.byUserId(in.user().userId())))
                            .user())
                    .isEqualTo(in.user());
            assertThat(in.toAuth0Profile(Instant.EPOCH).get("app_metadata"))
                    .isEqualTo(Map.of(
                            "migration",
                            Map.of("source", "okta", "source_id", ADA_ID, "migrated_at", "1970-01-01T00:00:00Z")));
        }
    }

    @Test
    void halfANameIsHalfAName() {
        okta.person(withProfile(Map.of("login", ADA, "email", ADA, "firstName", "  ", "lastName", "Winter")));

        assertThat(found().name()).contains("Winter");
        assertThat(found().givenName()).isEmpty();
    }

    @Test
    void noNameIsNoName() {
        okta.person(withProfile(Map.of("login", ADA, "email", ADA)));

        assertThat(found().toAuth0Profile()).containsOnlyKeys("user_id", "email", "email_verified");
    }

    @Test
    void anAddressThatAuth0CannotTakeIsNoUser() {
        String tooLong = "a".repeat(65) + "@example.com";
        okta.person(withProfile(Map.of("login", tooLong, "email", tooLong)));

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.getUser(tooLong))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }

    @Test
    void theMapperSeesOktasRecordAndDecides() {
        okta.person(withProfile(Map.of("login", ADA, "email", ADA, "department", "Engines")));

        try (OktaSource source = okta.source(b -> b.profileMapper((raw, mapped) -> mapped.toBuilder()
                .userMetadata(Map.of())
                .appMetadata(Map.of("status", raw.getOrDefault("status", "")))
                .build()))) {
            assertThat(((LookupOutcome.Found) source.getUser(ADA)).user().toAuth0Profile())
                    .containsEntry("app_metadata", Map.of("status", "ACTIVE"))
                    .doesNotContainKey("user_metadata");
        }
    }

    @Test
    void aMapperThatThrowsIsUnavailable() {
        try (OktaSource source = okta.source(b -> b.profileMapper((raw, mapped) -> {
            throw new IllegalStateException(Marked.secret("profile"));
        }))) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable INTERNAL");
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable INTERNAL");
        }
    }

    @Test
    void aProfileOfAnotherShapeIsMalformed() {
        okta.users(json(200, "{\"id\":\"" + ADA_ID + "\",\"status\":\"ACTIVE\",\"profile\":[]}"));

        try (OktaSource source = okta.source()) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }
}
