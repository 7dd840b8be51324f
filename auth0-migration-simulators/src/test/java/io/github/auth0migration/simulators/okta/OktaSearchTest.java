package io.github.auth0migration.simulators.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OktaSearchTest {

    private final TestClock clock = new TestClock();
    private final OktaSimulator okta = OktaSimulator.builder().clock(clock).start();
    private final Client client = new Client(okta);

    @BeforeEach
    void addPeople() {
        okta.add(OktaPerson.builder("ada")
                .id("00uA")
                .email("Shared@example.com")
                .firstName("Ada")
                .build());
        okta.add(OktaPerson.builder("bob")
                .id("00uB")
                .email("shared@example.com")
                .status("DEPROVISIONED")
                .build());
        okta.add(OktaPerson.builder("q\"uote\\back")
                .id("00uC")
                .email("marks@example.com")
                .profile("tags", List.of("x", "y"))
                .build());
    }

    @AfterEach
    void close() {
        okta.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "profile.email eq \"SHARED@example.com\" | ada bob",
                "profile.email EQ \"shared@example.com\" and status eq \"ACTIVE\" | ada",
                "profile.login eq \"bob\" or profile.login eq \"ada\" | ada bob",
                "profile.login eq \"x\" or profile.login eq \"bob\" and status eq \"deprovisioned\" | bob",
                "(profile.login eq \"ada\" or profile.login eq \"bob\") and status eq \"ACTIVE\" | ada",
                "id eq \"00uB\" | bob",
                "profile.login eq \"q\\\"uote\\\\back\" | q\"uote\\back",
                "profile.tags eq \"y\" | q\"uote\\back",
                "profile.login sw \"A\" and id sw \"00u\" and lastUpdated ge \"2026-03-01T12:00:00.000Z\" | ada admin@org.example.com",
                "profile.login eq \"nobody\" | ``",
                "profile.nothing eq \"x\" | ``",
                "lastUpdated gt \"2026-03-01T12:00:00.000Z\" or created lt \"2020\" or id le \"0\" | ``"
            })
    void searchFinds(String expression, String logins) throws IOException {
        assertThat(search(expression).logins()).containsExactlyInAnyOrder(words(logins));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "profile.email",
                "profile.email ne \"x\"",
                "profile.email eq x",
                "profile.email eq \"open",
                "profile.email eq \"x\" and",
                "(profile.email eq \"x\"",
                "profile.email eq \"x\" \"y\"",
                "\"x\" eq \"y\"",
                "* eq"
            })
    void badSearchIsRefused(String expression) throws IOException {
        assertThat(search(expression).error()).isEqualTo("400 E0000031");
    }

    @Test
    void filterIsCaseSensitiveAndKnowsEqOnly() throws IOException {
        assertThat(filter("profile.email eq \"shared@example.com\"").logins()).containsExactly("bob");
        assertThat(filter("profile.email sw \"shared\"").error()).isEqualTo("400 E0000031");
    }

    @Test
    void qMatchesBeginningsAndHidesDeprovisioned() throws IOException {
        assertThat(client.get("/api/v1/users?q=SHAR").logins()).containsExactly("ada");
        assertThat(client.get("/api/v1/users?q=ad").logins()).containsExactly("admin@org.example.com", "ada");
        assertThat(client.get("/api/v1/users?q=nobody").logins()).isEmpty();
    }

    @Test
    void theListHidesDeprovisionedAndGoesByPages() throws IOException {
        List<String> logins = new ArrayList<>();
        String page = "/api/v1/users?limit=1";
        while (!page.isEmpty()) {
            Client.Answer answer = client.get(page);
            assertThat(answer.headers("link").get(0)).endsWith("rel=\"self\"");
            logins.addAll(answer.logins());
            page = answer.headers("link").stream()
                    .filter(link -> link.endsWith("; rel=\"next\""))
                    .map(link -> link.substring(1 + okta.url().toString().length(), link.indexOf('>')))
                    .findFirst()
                    .orElse("");
        }
        assertThat(logins).containsExactly("admin@org.example.com", "ada", "q\"uote\\back");
        assertThat(client.get("/api/v1/users?after=nonsense").logins()).hasSize(3);
        assertThat(client.get("/api/v1/users?after=000u!!").logins()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "abc", "-1"})
    void badLimitsAreRefused(String limit) throws IOException {
        assertThat(client.get("/api/v1/users?limit=" + limit).error()).isEqualTo("400 E0000001");
    }

    @Test
    void searchLagsByTheClockWhilePathsAndFilterDoNot() throws IOException {
        okta.searchLag(Duration.ofSeconds(2));
        okta.change("ada", person -> person.email("new@example.com"));

        assertThat(search("profile.email eq \"new@example.com\"").logins()).isEmpty();
        assertThat(search("id eq \"00uA\"").text("/0/profile/email")).isEqualTo("Shared@example.com");
        assertThat(filter("profile.email eq \"new@example.com\"").logins()).containsExactly("ada");
        assertThat(client.get("/api/v1/users/ada").text("/profile/email")).isEqualTo("new@example.com");
        clock.advance(Duration.ofSeconds(2));
        assertThat(search("profile.email eq \"new@example.com\"").logins()).containsExactly("ada");
    }

    @Test
    void searchFindsWhoseStatusChangedLately() throws IOException {
        clock.advance(Duration.ofMinutes(1));
        okta.setStatus("bob", "ACTIVE");
        okta.change("ada", person -> person.firstName("Grace"));

        assertThat(search("statusChanged gt \"2026-03-01T12:00:00.000Z\"").logins())
                .containsExactly("bob");
        assertThat(search("statusChanged gt \"2026-03-01T12:01:00.000Z\"").logins())
                .isEmpty();
    }

    @Test
    void aHeldIndexWaitsToBeTold() throws IOException {
        okta.holdIndex();
        okta.add(OktaPerson.builder("carol").build());
        okta.remove("bob");
        clock.advance(Duration.ofDays(1));

        assertThat(search("profile.login eq \"carol\" or profile.login eq \"bob\"")
                        .logins())
                .containsExactly("bob");
        okta.indexNow();
        assertThat(search("profile.login eq \"carol\" or profile.login eq \"bob\"")
                        .logins())
                .containsExactly("carol");
    }

    private Client.Answer search(String expression) throws IOException {
        return client.get("/api/v1/users?search=" + encoded(expression));
    }

    private Client.Answer filter(String expression) throws IOException {
        return client.get("/api/v1/users?filter=" + encoded(expression));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ", -1);
    }
}
