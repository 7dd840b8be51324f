package io.github.auth0migration.simulators.gigya;

import static io.github.auth0migration.simulators.gigya.GigyaClient.uids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0migration.simulators.Client.Answer;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GigyaSearchTest {

    private final TestClock clock = new TestClock();
    private final GigyaSimulator site = GigyaSimulator.builder().clock(clock).start();
    private final GigyaClient client = new GigyaClient(site);

    @BeforeEach
    void addPeople() {
        site.add(GigyaPerson.builder("Ada@example.com")
                .uid("ada")
                .username("winter")
                .password(Marked.PASSWORD)
                .profile("city", "New_York West")
                .data("tier", 3)
                .build());
        site.add(GigyaPerson.builder("not.ada@example.com").uid("otto").build());
        site.add(GigyaPerson.builder()
                .uid("enid")
                .profile("email", "Ada@example.com")
                .social("facebook", "100")
                .profile("work", List.of(Map.of("company", "One"), Map.of("company", "Two")))
                .active(false)
                .build());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "profile.email = \"Ada@example.com\" | ada enid",
                "profile.email = 'Ada@example.com' | ada enid",
                "profile.email = \"ada@example.com\" | ``",
                "profile.email CONTAINS \"ada@EXAMPLE.com\" | ada enid",
                "profile.email CONTAINS \"ada\" | ``",
                "loginIDs.emails CONTAINS \"ada@example.com\" OR loginIDs.username = \"ada@example.com\" | ada",
                "loginIDs.username CONTAINS \"WINTER\" | ada",
                "loginIDs.username = \"WINTER\" | ``",
                "emails.verified = \"not.ada@example.com\" | otto",
                "UID = \"ADA\" | ``",
                "profile.city CONTAINS \"York\" | ada",
                "profile.city CONTAINS \"York West\" | ada",
                "profile.city CONTAINS \"york\" | ``",
                "profile.city CONTAINS \"Yor\" | ``",
                "data.tier = 3 AND isActive = true | ada",
                "isActive = false | enid",
                "profile.work.company = \"Two\" | enid",
                "identities.provider = \"facebook\" | enid",
                "UID = \"ada\" OR UID = \"otto\" AND isActive = false | ada",
                "(UID = \"ada\" OR UID = \"enid\") and isActive = false | enid",
                "profile.nothing = \"x\" | ``",
                "UID.x = \"ada\" | ``"
            })
    void whereFinds(String where, String uids) throws IOException {
        assertThat(uids(client.search("SELECT UID FROM accounts WHERE " + where)))
                .containsExactly(words(uids));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\" OR profile.email CONTAINS \"ada@example.com",
                "x\" OR \"1\" = \"1",
                "x\" OR 1 = 1 OR UID = \""
            })
    void aPastedQuoteChangesTheQuery(String typed) throws IOException {
        assertThat(uids(client.search("SELECT UID FROM accounts WHERE profile.email = \"" + typed + "\"")))
                .contains("ada", "enid");
    }

    @Test
    void thereIsNoEscape() throws IOException {
        site.add(GigyaPerson.builder().uid("odd").profile("nickname", "a\\").build());

        assertThat(client.search("SELECT UID FROM accounts WHERE profile.nickname = \"a\\\"b\"")
                        .error())
                .isEqualTo("200 400006");
        assertThat(uids(client.search("SELECT UID FROM accounts WHERE profile.nickname = \"a\\\"")))
                .containsExactly("odd");
    }

    @Test
    void withoutEncryptionContainsFindsTooMuch() throws IOException {
        site.encryptedSearch(false);

        assertThat(uids(client.search("SELECT UID FROM accounts WHERE loginIDs.emails CONTAINS \"ada@example.com\"")))
                .containsExactly("otto");
        assertThat(uids(client.search("SELECT UID FROM accounts WHERE loginIDs.emails CONTAINS \"example\"")))
                .containsExactly("ada", "otto");
        assertThat(uids(client.search("SELECT UID FROM accounts WHERE profile.email = \"Ada@example.com\"")))
                .containsExactly("ada", "enid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "SELECT UID",
                "SELECT UID FROM",
                "SELECT UID FROM shoes",
                "SELECT FROM accounts",
                "SELECT UID, FROM accounts",
                "SELECT \"UID\" FROM accounts",
                "SELECT count(*) FROM accounts",
                "SELECT UID FROM accounts WHERE",
                "SELECT UID FROM accounts WHERE UID",
                "SELECT UID FROM accounts WHERE UID = ",
                "SELECT UID FROM accounts WHERE UID = ada",
                "SELECT UID FROM accounts WHERE UID > \"ada\"",
                "SELECT UID FROM accounts WHERE UID = \"ada",
                "SELECT UID FROM accounts WHERE (UID = \"ada\"",
                "SELECT UID FROM accounts WHERE UID = \"ada\" OR",
                "SELECT UID FROM accounts WHERE UID = \"a\" \"b\"",
                "SELECT UID FROM accounts WHERE profile. = \"a\"",
                "SELECT UID FROM accounts LIMIT 0",
                "SELECT UID FROM accounts LIMIT x",
                "SELECT UID FROM accounts LIMIT 10001",
                "SELECT UID FROM accounts START 5001",
                "SELECT UID FROM accounts LIMIT 1 START 1",
                "DELETE FROM accounts"
            })
    void badQueriesFail(String query) throws IOException {
        assertThat(client.search(query).error()).isEqualTo("200 400006");
    }

    @Test
    void aCallNeedsAQuery() throws IOException {
        assertThat(client.call("accounts.search").error()).isEqualTo("200 400002");
        assertThat(client.search("").error()).isEqualTo("200 400002");
        assertThat(client.search("SELECT UID FROM accounts", "accountTypes", "half")
                        .error())
                .isEqualTo("200 400006");
    }

    @Test
    void rowsHaveOnlyWhatIsSelected() throws IOException {
        Answer answer = client.search("select UID, profile.email, profile.work.company, loginIDs.username, password"
                + " from accounts where UID = 'ada' or UID = 'enid'");

        assertThat(answer.json().at("/results/0"))
                .hasToString("{\"UID\":\"ada\",\"profile\":{\"email\":\"Ada@example.com\"},"
                        + "\"loginIDs\":{\"username\":\"winter\"}}");
        assertThat(answer.json().at("/results/1/profile/work/1/company").asText())
                .isEqualTo("Two");
        assertThat(answer.json().at("/results/1").has("loginIDs")).isFalse();
        assertThat(client.search("SELECT profile,profile.city FROM accounts WHERE UID = \"ada\"")
                        .json()
                        .at("/results/0"))
                .hasToString("{\"profile\":{\"email\":\"Ada@example.com\",\"city\":\"New_York West\"}}");
    }

    @Test
    void aStarIsAllButThePassword() throws IOException {
        site.showPasswords(GigyaPasswordView.SHOWN);
        JsonNode row = client.search("SELECT * FROM accounts WHERE UID = \"ada\"")
                .json()
                .at("/results/0");

        for (String member : List.of("UID", "profile", "data", "emails", "loginIDs", "identities", "isRegistered")) {
            assertThat(row.has(member)).as(member).isTrue();
        }
        assertThat(row.has("password")).isFalse();
        assertThat(row.path("lastLogin").asText()).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(row.path("createdTimestamp").asLong())
                .isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void limitAndStartCutWhileTotalCountDoesNot() throws IOException {
        Answer one = client.search("SELECT UID FROM accounts START 1 LIMIT 1");

        assertThat(uids(one)).containsExactly("otto");
        assertThat(one.text("/objectsCount")).isEqualTo("1");
        assertThat(one.text("/totalCount")).isEqualTo("3");
        assertThat(one.json().has("nextCursorId")).isFalse();
        assertThat(uids(client.search("SELECT UID FROM accounts START 3"))).isEmpty();
    }

    @Test
    void liteAccountsComeOnlyWhenAskedForAndWithoutUid() throws IOException {
        String token = site.addLite("ada@example.com");
        String where = " WHERE profile.email CONTAINS \"ada@example.com\"";

        assertThat(uids(client.search("SELECT UID FROM accounts" + where))).containsExactly("ada", "enid");
        assertThat(client.search("SELECT UID FROM accounts" + where, "accountTypes", "full,lite")
                        .json()
                        .path("results"))
                .hasToString("[{\"UID\":\"ada\"},{\"UID\":\"enid\"},{}]");
        for (Answer answer : List.of(
                client.search("SELECT * FROM accounts" + where, "accountTypes", "lite"),
                client.search("SELECT * FROM emailAccounts" + where))) {
            assertThat(answer.text("/totalCount")).isEqualTo("1");
            assertThat(answer.text("/results/0/token")).isEqualTo(token);
            assertThat(answer.text("/results/0/profile/email")).isEqualTo("ada@example.com");
            assertThat(answer.text("/results/0/hasFullAccount")).isEqualTo("false");
            assertThat(answer.json().at("/results/0").has("UID")).isFalse();
        }
        assertThat(client.login("ada@example.com", Marked.PASSWORD).text("/UID"))
                .isEqualTo("ada");
    }

    @Test
    void theIndexLagsByTheClockWhileTheAccountDoesNot() throws IOException {
        site.searchLag(Duration.ofSeconds(30));
        site.change("ada", person -> person.loginEmails("new@example.com"));
        site.remove("otto");
        String query = "SELECT UID FROM accounts WHERE loginIDs.emails = ";

        assertThat(uids(client.search(query + "\"new@example.com\""))).isEmpty();
        assertThat(uids(client.search(query + "\"Ada@example.com\""))).containsExactly("ada");
        assertThat(uids(client.search(query + "\"not.ada@example.com\""))).containsExactly("otto");
        assertThat(client.call("accounts.getAccountInfo", "UID", "ada", "include", "loginIDs")
                        .text("/loginIDs/emails/0"))
                .isEqualTo("new@example.com");
        assertThat(client.call("accounts.getAccountInfo", "UID", "otto").error())
                .isEqualTo("200 403005");
        clock.advance(Duration.ofSeconds(30));
        assertThat(uids(client.search(query + "\"new@example.com\""))).containsExactly("ada");
        assertThat(uids(client.search(query + "\"not.ada@example.com\""))).isEmpty();
    }

    @Test
    void aHeldIndexWaitsToBeTold() throws IOException {
        site.holdIndex();
        site.add(GigyaPerson.builder("grace@example.com").uid("grace").build());
        clock.advance(Duration.ofDays(1));
        assertThat(uids(client.search("SELECT UID FROM accounts"))).doesNotContain("grace");
        site.indexNow();
        assertThat(uids(client.search("SELECT UID FROM accounts"))).contains("grace");
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ", -1);
    }
}
