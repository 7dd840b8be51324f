package io.github.auth0migration.simulators.gigya;

import static io.github.auth0migration.simulators.gigya.GigyaClient.uids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.Client.Answer;
import io.github.auth0migration.simulators.TestClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GigyaCrowdTest {

    private static final String LAST = "_guid_Crowd-0000999999=";

    private final GigyaSimulator site =
            GigyaSimulator.builder().clock(new TestClock()).start();
    private final GigyaClient client = new GigyaClient(site);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theCrowdIsListedAfterThoseWhoWereAdded() throws IOException {
        site.crowd(5);
        site.add(GigyaPerson.builder("ada@example.com").uid("ada").build());
        site.batchSize(2);

        List<String> listed = new ArrayList<>();
        Answer batch = client.search("SELECT UID, profile.email FROM accounts", "openCursor", "true");
        listed.addAll(batch.json().path("results").findValuesAsText("email"));
        while (batch.json().has("nextCursorId")) {
            batch = client.call("accounts.search", "cursorId", batch.text("/nextCursorId"));
            listed.addAll(batch.json().path("results").findValuesAsText("email"));
        }
        assertThat(listed)
                .containsExactly(
                        "ada@example.com",
                        "person-0@crowd.example.com",
                        "person-1@crowd.example.com",
                        "person-2@crowd.example.com",
                        "person-3@crowd.example.com",
                        "person-4@crowd.example.com");
        assertThat(batch.text("/totalCount")).isEqualTo("6");
    }

    @Test
    void oneOfAMillionIsTheSameByEveryLookUp() throws IOException {
        site.crowd(1_000_000);
        String email = "person-999999@crowd.example.com";

        Answer info = client.call("accounts.getAccountInfo", "UID", LAST, "include", "profile,emails,loginIDs");
        Answer found = client.call(
                "accounts.identifiers.find", "identifierSchema", "gigya.com/identifiers/email", "id", email);
        Answer search = client.search("SELECT * FROM accounts WHERE loginIDs.emails CONTAINS \""
                + email.toUpperCase(Locale.ROOT) + "\" OR loginIDs.username = \"" + email + "\"");

        assertThat(info.text("/emails/verified/0")).isEqualTo(email);
        assertThat(info.text("/isRegistered")).isEqualTo("true");
        assertThat(info.text("/profile/lastName")).isEqualTo("Number 999999");
        assertThat(found.text("/UID")).isEqualTo(LAST);
        assertThat(uids(search)).containsExactly(LAST);
        assertThat(search.text("/totalCount")).isEqualTo("1");
        for (String member : List.of("profile", "emails", "loginIDs", "created", "lastLogin", "lastUpdatedTimestamp")) {
            assertThat(search.json().at("/results/0/" + member))
                    .as(member)
                    .isEqualTo(info.json().path(member));
        }
    }

    @Test
    void theCrowdCanSignInAndStaysAsItIs() throws IOException {
        site.crowd(3);

        assertThat(client.login("Person-2@crowd.example.com", "crowd-2").text("/UID"))
                .isEqualTo("_guid_Crowd-0000000002=");
        assertThat(client.login("person-2@crowd.example.com", "crowd-1").error())
                .isEqualTo("200 403042");
        assertThat(client.login("person-3@crowd.example.com", "crowd-3").error())
                .as("beyond the crowd")
                .isEqualTo("200 403042");
        assertThat(client.login("person-02@crowd.example.com", "crowd-2").error())
                .isEqualTo("200 403042");
        assertThat(site.person("_guid_Crowd-0000000002=").lastLogin()).isEmpty();
        assertThatThrownBy(() -> site.change("_guid_Crowd-0000000002=", person -> person.active(false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void conditionsApplyToTheCrowd() throws IOException {
        site.crowd(2000);

        Answer some = client.search("SELECT UID FROM accounts WHERE profile.lastName = \"Number 1999\"");
        assertThat(uids(some)).containsExactly("_guid_Crowd-0000001999=");
        assertThat(client.search("SELECT UID FROM accounts WHERE isActive = true")
                        .text("/totalCount"))
                .isEqualTo("2000");
        assertThat(client.search("SELECT UID FROM accounts WHERE isActive = true AND UID = \"" + LAST + "\"")
                        .text("/totalCount"))
                .isEqualTo("0");
        assertThat(client.search("SELECT UID FROM accounts", "accountTypes", "lite")
                        .text("/totalCount"))
                .isEqualTo("0");
        Answer two = client.search("SELECT UID FROM accounts WHERE UID = \"_guid_Crowd-0000000007=\""
                + " OR profile.email = \"person-9@crowd.example.com\"");
        assertThat(uids(two)).containsExactly("_guid_Crowd-0000000007=", "_guid_Crowd-0000000009=");
    }

    @Test
    void theFirstBatchOfAMillionIsAsLongAsAnyOther() throws IOException {
        site.crowd(1_000_000);

        Answer first = client.search("SELECT UID FROM accounts LIMIT 10000", "openCursor", "true");
        assertThat(uids(first)).hasSize(1000).startsWith("_guid_Crowd-0000000000=");
        assertThat(first.text("/totalCount")).isEqualTo("1000000");
        Answer second = client.call("accounts.search", "cursorId", first.text("/nextCursorId"));
        assertThat(uids(second)).hasSize(1000).startsWith("_guid_Crowd-0000001000=");
    }

    @Test
    void withoutACursorTheEndIsAtFiveThousand() throws IOException {
        site.crowd(6000);

        assertThat(uids(client.search("SELECT UID FROM accounts"))).hasSize(300);
        assertThat(uids(client.search("SELECT UID FROM accounts LIMIT 10000"))).hasSize(5000);
        assertThat(uids(client.search("SELECT UID FROM accounts START 4990 LIMIT 300")))
                .hasSize(10);
    }

    @Test
    void aCrowdOfLessThanNobodyIsRefused() {
        assertThatThrownBy(() -> site.crowd(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
