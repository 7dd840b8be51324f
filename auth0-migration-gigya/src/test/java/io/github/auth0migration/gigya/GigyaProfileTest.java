package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.adaBut;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From account to user. */
class GigyaProfileTest {

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    private static MigratedUser user(Map<String, ?> profile) {
        gigya.person(adaBut("profile", profile));
        try (GigyaSource source = gigya.source()) {
            return ((LookupOutcome.Found) source.getUser(ADA)).user();
        }
    }

    @Test
    @Row(value = "11 HTML entities", outcome = "decoded once")
    void everythingHasItsPlace() {
        MigratedUser user = user(Map.of(
                "firstName", "Ada",
                "lastName", "O&#39;Winter &amp; Moreau",
                "nickname", "&lt;ada&gt;",
                "email", ADA,
                "photoURL", "https://img.example.com/ada.png",
                "birthYear", 1980,
                "address", "1 &amp; 2 Street",
                "work", Map.of("company", "Engines")));

        assertThat(user.toAuth0Profile())
                .isEqualTo(Map.of(
                        "user_id", "gigya|" + GigyaStub.ADA_UID,
                        "email", ADA,
                        "email_verified", true,
                        "given_name", "Ada",
                        "family_name", "O'Winter & Moreau",
                        "name", "Ada O'Winter & Moreau",
                        "nickname", "<ada>",
                        "picture", "https://img.example.com/ada.png",
                        "user_metadata",
                                Map.of(
                                        "birthYear",
                                        1980,
                                        "address",
                                        "1 &amp; 2 Street",
                                        "work",
                                        Map.of("company", "Engines"),
                                        "data",
                                        Map.of("tier", "gold"))));
        assertThat(user.source().platform()).isEqualTo("gigya");
        assertThat(user.source().id()).isEqualTo(GigyaStub.ADA_UID);
    }

    @Test
    void whatIsMissingStaysAway() {
        assertThat(user(Map.of()).toAuth0Profile())
                .containsOnlyKeys("user_id", "email", "email_verified", "user_metadata");
    }

    @ParameterizedTest
    @CsvSource({"+46701234567, +46701234567", "070-1234567,", "+46 70 123,", "+0123,", "'',"})
    void onlyAnInternationalNumberIsAPhoneNumber(String stored, String phone) {
        MigratedUser one = user(Map.of("phones", Map.of("type", "mobile", "number", stored)));
        MigratedUser many = user(Map.of("phones", List.of(Map.of("type", "home"), Map.of("number", stored))));

        assertThat(one.phoneNumber().orElse(null)).isEqualTo(phone);
        assertThat(many.phoneNumber().orElse(null)).isEqualTo(phone);
        assertThat(one.phoneVerified()).isFalse();
    }

    @Test
    void theHostsMapperSeesTheSameFromBothScriptsAndNoSession() {
        List<Map<String, ?>> seen = new ArrayList<>();
        try (GigyaSource source = gigya.source(b -> b.profileMapper((raw, mapped) -> {
            seen.add(raw);
            return mapped.toBuilder()
                    .nickname(String.valueOf(raw.get("created")))
                    .build();
        }))) {
            MigratedUser in = ((LoginOutcome.Authenticated) source.login(ADA, Marked.PASSWORD)).user();
            gigya.account(GigyaStub.ok(adaBut("lastLogin", "2025-01-01T00:00:00Z")));
            MigratedUser found = ((LookupOutcome.Found) source.getUser(ADA)).user();

            assertThat(in.nickname()).contains("2019-04-29T20:39:36.88Z");
            assertThat(found).isEqualTo(in);
        }
        assertThat(seen.get(1)).isEqualTo(seen.get(0));
        assertThat(seen.get(0)).doesNotContainKeys("sessionInfo", "regToken", "lastLogin", "errorCode", "callId");
    }

    @ParameterizedTest
    @CsvSource({"'_guid 1'", "auth0|1"})
    void anIdThatAuth0CannotHoldIsFatal(String uid) {
        gigya.person(GigyaStub.account(uid, ADA));

        try (GigyaSource source = gigya.source(b -> b)) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo(uid.contains(" ") ? "Unavailable MALFORMED_RESPONSE" : "Authenticated");
        }
    }

    @ParameterizedTest
    @CsvSource({"emails", "loginIDs", "profile"})
    void membersOfAnotherKindAreNotUnderstood(String member) {
        gigya.person(adaBut(member, List.of("x")));

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable MALFORMED_RESPONSE");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }
}
