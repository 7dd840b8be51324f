package io.github.auth0migration.simulators.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.Client;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who are made up from their number, and lists while people come and go. */
class OktaCrowdTest {

    private static final int MILLION = 1_000_000;
    private static final String LAST = "person-999999@crowd.example.com";

    private final OktaSimulator okta = OktaSimulator.start();
    private final Client client = new Client(okta);

    @AfterEach
    void close() {
        okta.close();
    }

    private List<String> search(String expression) throws IOException {
        return client.get("/api/v1/users?search=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .logins();
    }

    private static String next(Client.Answer page) {
        return page.headers("link").stream()
                .filter(link -> link.endsWith("; rel=\"next\""))
                .map(link -> link.substring(link.indexOf("/api"), link.indexOf('>')))
                .findFirst()
                .orElse("");
    }

    private List<String> rest(String from) throws IOException {
        List<String> logins = new ArrayList<>();
        for (String page = from; !page.isEmpty(); ) {
            Client.Answer answer = client.get(page);
            logins.addAll(answer.logins());
            page = next(answer);
        }
        return logins;
    }

    @Test
    void oneOfAMillionIsFoundInEveryWay() throws IOException {
        okta.crowd(MILLION);
        String id = client.get("/api/v1/users/" + LAST).text("/id");

        assertThat(id).isEqualTo("00uCrowd000000999999");
        assertThat(client.get("/api/v1/users/" + id).text("/profile/email")).isEqualTo(LAST);
        assertThat(client.get("/api/v1/users/person-999999").text("/id")).isEqualTo(id);
        assertThat(client.get("/api/v1/users/" + id + "/factors").json()).isEmpty();
        assertThat(search("profile.email eq \"" + LAST + "\" or profile.login eq \"" + LAST + "\""))
                .containsExactly(LAST);
        assertThat(search("id eq \"" + id + "\" and status eq \"DEPROVISIONED\""))
                .isEmpty();
        assertThat(client.authn(LAST, "crowd-999999").state()).isEqualTo("200 SUCCESS");
        assertThat(client.authn(LAST, "crowd-1").error()).isEqualTo("401 E0000004");
    }

    @Test
    void nobodyIsBeyondTheLast() throws IOException {
        okta.crowd(MILLION);

        for (String key : List.of(
                "person-1000000@crowd.example.com",
                "person-07@crowd.example.com",
                "person-7@other.example.com",
                "00uCrowd000001000000")) {
            assertThat(client.get("/api/v1/users/" + key).error()).isEqualTo("404 E0000007");
        }
    }

    @Test
    void aListShowsThemAfterEverybodyElse() throws IOException {
        okta.crowd(3);
        okta.add(OktaPerson.builder("ada@example.com").build());

        assertThat(rest("/api/v1/users?limit=2"))
                .containsExactly(
                        "admin@org.example.com",
                        "ada@example.com",
                        "person-0@crowd.example.com",
                        "person-1@crowd.example.com",
                        "person-2@crowd.example.com");
    }

    @Test
    void aListLeavesNobodyOutWhilePeopleComeChangeAndGo() throws IOException {
        okta.crowd(6);
        okta.add(OktaPerson.builder("ada@example.com").build());
        Client.Answer first = client.get("/api/v1/users?limit=3");
        assertThat(first.logins()).endsWith("person-0@crowd.example.com");

        okta.remove("ada@example.com");
        okta.remove("person-1@crowd.example.com");
        okta.setStatus("person-3@crowd.example.com", "SUSPENDED");
        okta.setStatus("person-4@crowd.example.com", "DEPROVISIONED");
        okta.change("person-5@crowd.example.com", person -> person.login("enid@example.com"));

        assertThat(rest(next(first)))
                .containsExactly("person-2@crowd.example.com", "person-3@crowd.example.com", "enid@example.com");
        assertThat(search("status eq \"DEPROVISIONED\"")).containsExactly("person-4@crowd.example.com");
        assertThat(client.get("/api/v1/users/person-5@crowd.example.com").status())
                .isEqualTo(404);
        assertThat(client.get("/api/v1/users/person-1@crowd.example.com").status())
                .isEqualTo(404);
        assertThat(client.get("/api/v1/users/" + Crowd.id(5)).text("/profile/login"))
                .isEqualTo("enid@example.com");
    }

    @Test
    void namesOfTheCrowdAreTaken() {
        okta.crowd(2);

        assertThatThrownBy(() -> okta.add(
                        OktaPerson.builder("PERSON-1@crowd.example.com").build()))
                .hasMessageContaining("login must be unique");
        assertThatThrownBy(() -> okta.add(
                        OktaPerson.builder("new@example.com").id(Crowd.id(1)).build()))
                .hasMessageContaining("id must be unique");
        assertThatThrownBy(() -> okta.crowd(-1)).hasMessageContaining("count");
    }
}
