package io.github.auth0migration.stormpath;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.auth0migration.stormpath.StormpathStub.ADA;
import static io.github.auth0migration.stormpath.StormpathStub.ADA_ID;
import static io.github.auth0migration.stormpath.StormpathStub.error;
import static io.github.auth0migration.stormpath.StormpathStub.json;
import static io.github.auth0migration.stormpath.StormpathStub.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StormpathProfileTest {

    private static final Caveat NO_CUSTOM_DATA = new Caveat(Caveat.Kind.FIELD_DROPPED, "user_metadata.custom_data");

    @RegisterExtension
    static final StormpathStub stormpath = new StormpathStub();

    private static MigratedUser ada() {
        return ada(UnaryOperator.identity());
    }

    private static MigratedUser ada(UnaryOperator<StormpathSource.Builder> settings) {
        try (StormpathSource source = stormpath.source(settings)) {
            return ((LookupOutcome.Found) source.getUser(ADA)).user();
        }
    }

    @Test
    void mapsAnAccount() {
        stormpath.person(stormpath.account(ADA_ID, "Ada@Example.com", "awinter"));

        assertThat(ada())
                .isEqualTo(
                        MigratedUser.builder("stormpath|" + ADA_ID, new SourceAccount("stormpath", ADA_ID, "ENABLED"))
                                .email("Ada@Example.com", true)
                                .username("awinter")
                                .givenName("Ada")
                                .familyName("Winter")
                                .name("Ada Winter")
                                .userMetadata(Map.of("custom_data", Map.of("plan", "gold")))
                                .build());
    }

    @Test
    void theMapperSeesTheAccountWithoutTheLinkThatVerifiesTheAddress() {
        stormpath.person(stormpath.adaWith("emailVerificationToken", Map.of("href", Marked.secret("token"))));

        ada(b -> b.profileMapper((raw, mapped) -> {
            assertThat(raw).containsEntry("email", ADA).doesNotContainKey("emailVerificationToken");
            assertThat(raw).isUnmodifiable();
            return mapped;
        }));
    }

    @Test
    void absentNamesStayAbsent() {
        Map<String, Object> ada = stormpath.adaWith("fullName", " ");
        ada.put("givenName", "");
        ada.put("surname", null);
        stormpath.person(ada);

        assertThat(ada().toAuth0Profile()).doesNotContainKeys("name", "given_name", "family_name", "username");
    }

    @Test
    void aNameIsMadeOfItsParts() {
        Map<String, Object> ada = stormpath.adaWith("fullName", null);
        ada.put("middleName", "Maria");
        stormpath.person(ada);

        assertThat(ada().name()).contains("Ada Maria Winter");
    }

    @Test
    void whatStormpathKeepsInCustomDataStaysThere() {
        Map<String, Object> customData = new HashMap<>(Map.of("blocked", true, "name", "x"));
        List.of("href", "createdAt", "modifiedAt", "meta", "spMeta", "spmeta", "ionmeta", "ionMeta")
                .forEach(reserved -> customData.put(reserved, "reserved"));
        stormpath.person(stormpath.adaWith("customData", customData));

        assertThat(ada().userMetadata()).isEqualTo(Map.of("custom_data", Map.of("blocked", true, "name", "x")));
    }

    @Test
    void customDataGoWhereTheHostSays() {
        assertThat(ada(b -> b.customData(CustomData.APP_METADATA)).appMetadata())
                .isEqualTo(Map.of("custom_data", Map.of("plan", "gold")));
        assertThat(ada(b -> b.customData(CustomData.OMIT)).toAuth0Profile())
                .doesNotContainKeys("user_metadata", "app_metadata");
    }

    @Test
    @Row(value = "4 custom data over Auth0's limit", outcome = "Found, with a caveat")
    void customDataThatDoNotFitAreLeftOut() {
        stormpath.person(stormpath.adaWith("customData", Map.of("createdAt", "x", "big", "x".repeat(2_000_000))));

        assertThat(ada().userMetadata()).isEmpty();
        assertThat(ada().caveats()).containsExactly(NO_CUSTOM_DATA);
    }

    @Test
    @Row(value = "4 custom data too large to read", outcome = "Authenticated (field_dropped:user_metadata.custom_data)")
    void aPersonWithHugeCustomDataStillSignsIn() {
        String tooDeep = "{\"customData\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}";
        stormpath.accounts(aResponse().withBody(tooDeep));
        stormpath.bareAccounts(json(200, stormpath.adaWith("customData", Map.of("href", "x"))));

        try (StormpathSource source = stormpath.source()) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo("Authenticated (field_dropped:user_metadata.custom_data)");
        }
        assertThat(ada().caveats()).containsExactly(NO_CUSTOM_DATA);
    }

    @Test
    @Row(value = "4 custom data are not expanded", outcome = "Found, with a caveat")
    void customDataOfWhichOnlyTheLinkComesAreMissed() {
        stormpath.person(stormpath.adaWith("customData", Map.of("href", "x")));

        assertThat(ada().caveats()).containsExactly(NO_CUSTOM_DATA);
        assertThat(ada(b -> b.customData(CustomData.APP_METADATA)).caveats())
                .containsExactly(new Caveat(Caveat.Kind.FIELD_DROPPED, "app_metadata.custom_data"));
        assertThat(ada(b -> b.customData(CustomData.OMIT)).caveats()).isEmpty();
    }

    @Test
    void groupsComeOnRequestFromAllPagesWithoutTheDisabled() {
        Map<String, Object> first = new HashMap<>(
                page(Map.of("name", "writers", "status", "ENABLED"), Map.of("name", "bosses", "status", "DISABLED")));
        first.put("limit", 2);
        stormpath.groups(0, json(200, first));
        stormpath.groups(2, json(200, page(Map.of("name", "admins"))));

        assertThat(ada(b -> b.groups(Groups.APP_METADATA)).appMetadata())
                .isEqualTo(Map.of("groups", List.of("admins", "writers")));
        assertThat(ada().appMetadata()).isEmpty();
    }

    @Test
    @Row(value = "4 groups 500", outcome = "Unavailable SERVER_ERROR")
    void groupsThatCannotBeHadAreAFailure() {
        stormpath.groups(0, error(500, 500));

        try (StormpathSource source =
                stormpath.source(b -> Patience.LITTLE.apply(b).groups(Groups.APP_METADATA))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable SERVER_ERROR");
        }
    }

    @Test
    @Row(value = "4 groups without end", outcome = "Unavailable MALFORMED_RESPONSE")
    void groupsWithoutEndAreAFailure() {
        Map<String, Object> same = page(Collections.nCopies(100, Map.of("name", "again")));
        stormpath.groups(0, json(200, same));

        try (StormpathSource source = stormpath.source(b -> b.groups(Groups.APP_METADATA))) {
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable MALFORMED_RESPONSE");
        }
    }
}
