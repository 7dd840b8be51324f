package io.github.auth0migration.simulators.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.simulators.internal.PathSegment;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OktaUsersTest {

    private static final String ID = "00uExample0ada000000";

    private final TestClock clock = new TestClock();
    private final OktaSimulator okta = OktaSimulator.builder().clock(clock).start();
    private final Client client = new Client(okta);
    private final OktaPerson ada = okta.add(OktaPerson.builder("ada+x@example.com")
            .id(ID)
            .email("ada.winter@example.com")
            .password(Marked.PASSWORD)
            .firstName("Ada")
            .profile("employeeNumber", 7)
            .profile("tags", List.of("a", "b"))
            .build());

    @AfterEach
    void close() {
        okta.close();
    }

    @ParameterizedTest
    @CsvSource({
        "00uExample0ada000000, 200",
        "00uexample0ada000000, 404",
        "ada+x@example.com, 200",
        "ada%2Bx%40example.com, 200",
        "ADA%2bX@EXAMPLE.com, 200",
        "ada+x, 200",
        "ada%20x@example.com, 404",
        "ada.winter@example.com, 404",
        "ada+x@example.com%3Bjunk, 200",
        "ada+x@example.com;junk, 200",
        "missing@example.com, 404",
        "ada%3Fx, 404",
        "ada%2Fx, 405",
        "ada%5Cx, 400"
    })
    void pathsFind(String segment, int status) throws IOException {
        Client.Answer answer = client.get("/api/v1/users/" + segment);

        assertThat(answer.status()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.text("/id")).isEqualTo(ada.id());
        }
    }

    @Test
    void whatCannotBeDecodedStandsForItself() {
        assertThat(PathSegment.decode("%")).isEqualTo("%");
        assertThat(PathSegment.decode("a%GGb%4")).isEqualTo("a%GGb%4");
        assertThat(PathSegment.decode("is%C3%A1%c3%a0c+%41")).isEqualTo("isáàc+A");
    }

    @Test
    void meIsTheOwnerOfTheToken() throws IOException {
        assertThat(client.get("/api/v1/users/me").text("/profile/login")).isEqualTo("admin@org.example.com");
    }

    @Test
    void dotIsTheListAndTwoDotsLeaveTheUsers() throws IOException {
        assertThat(client.get("/api/v1/users/.").json().isArray()).isTrue();
        assertThat(client.get("/api/v1/users/..").error()).isEqualTo("404 E0000008");
    }

    @Test
    void backslashGetsAPage() throws IOException {
        assertThat(client.get("/api/v1/users/a%5Cb").header("content-type")).startsWith("text/html");
    }

    @Test
    void missingPersonAndMissingPathDiffer() throws IOException {
        Client.Answer missing = client.get("/api/v1/users/missing%40example.com");
        assertThat(missing.error()).isEqualTo("404 E0000007");
        assertThat(missing.text("/errorSummary"))
                .isEqualTo("Not found: Resource not found: missing@example.com (User)");
        assertThat(missing.text("/errorId")).startsWith("oae");
        assertThat(client.get("/api/v1/people").error()).isEqualTo("404 E0000008");
        assertThat(client.get("/api/v1/users/x/y/z").error()).isEqualTo("404 E0000008");
        assertThat(okta.requests(OktaOperation.OTHER)).isEqualTo(2);
    }

    @Test
    void ambiguousShortNameFindsNobody() throws IOException {
        okta.add(OktaPerson.builder("ada+x@other.example.com").build());

        assertThat(client.get("/api/v1/users/ada+x").error()).isEqualTo("404 E0000007");
    }

    @Test
    void aUserHasWhatOktaShows() throws IOException {
        JsonNode user = client.get("/api/v1/users/" + ID).json();

        assertThat(user.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(user.path("created").asText()).isEqualTo("2026-03-01T12:00:00.000Z");
        assertThat(user.path("lastLogin").isNull()).isTrue();
        assertThat(user.at("/profile/email").asText()).isEqualTo("ada.winter@example.com");
        assertThat(user.at("/profile/employeeNumber").asInt()).isEqualTo(7);
        assertThat(user.at("/profile/tags")).hasSize(2);
        assertThat(user.at("/profile/lastName").isNull()).isTrue();
        assertThat(user.at("/credentials/password").isObject()).isTrue();
        assertThat(user.at("/credentials/password").isEmpty()).isTrue();
        assertThat(user.at("/credentials/provider/type").asText()).isEqualTo("OKTA");
        assertThat(user.at("/_links/suspend/href").asText())
                .startsWith(okta.url().toString());
        assertThat(user.toString()).doesNotContain(Marked.PASSWORD);
    }

    @Test
    void somebodyWithoutPasswordHasNoneInTheCredentials() throws IOException {
        okta.add(OktaPerson.builder("fed@example.com").provider("FEDERATION").build());

        JsonNode user = client.get("/api/v1/users/fed@example.com").json();
        assertThat(user.path("credentials").has("password")).isFalse();
        assertThat(user.at("/credentials/provider/type").asText()).isEqualTo("FEDERATION");
    }

    @Test
    void credentialsCanBeOmitted() throws IOException {
        Client.Answer answer = Client.send(client.request("/api/v1/users/" + ID)
                .header("Authorization", "SSWS " + okta.apiToken())
                .header("Content-Type", "application/json; okta-response=\"omitCredentials\""));

        assertThat(answer.json().has("credentials")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, suspend", "SUSPENDED, unsuspend", "LOCKED_OUT, unlock", "STAGED, activate"})
    void linksTellWhatCanBeDone(String status, String link) throws IOException {
        okta.setStatus("ada+x@example.com", status);

        assertThat(client.get("/api/v1/users/" + ID).json().path("_links").has(link))
                .isTrue();
    }

    @Test
    void nullsStayNullsAndAPersonMayHaveNoEmail() throws IOException {
        okta.change("ada+x@example.com", person -> person.email(null).password(null));

        JsonNode user = client.get("/api/v1/users/" + ID).json();
        assertThat(user.at("/profile/email").isNull()).isTrue();
        assertThat(user.path("credentials").has("emails")).isFalse();
        assertThat(user.path("passwordChanged").isNull()).isTrue();
    }

    @Test
    void changesShowWithTheirTimes() throws IOException {
        clock.advance(Duration.ofMinutes(1));
        okta.setStatus("ADA+x@example.com", "SUSPENDED");
        clock.advance(Duration.ofMinutes(1));
        okta.change("ada+x@example.com", person -> person.login("countess@example.com"));

        JsonNode user = client.get("/api/v1/users/countess").json();
        assertThat(user.path("status").asText()).isEqualTo("SUSPENDED");
        assertThat(user.path("statusChanged").asText()).isEqualTo("2026-03-01T12:01:00.000Z");
        assertThat(user.path("lastUpdated").asText()).isEqualTo("2026-03-01T12:02:00.000Z");
        assertThat(user.path("passwordChanged").asText()).isEqualTo("2026-03-01T12:00:00.000Z");
        assertThat(client.get("/api/v1/users/ada+x").status()).isEqualTo(404);
        okta.remove("countess@example.com");
        assertThat(client.get("/api/v1/users/" + ID).status()).isEqualTo(404);
    }

    @Test
    void impossibleChangesAreRefused() {
        assertThatThrownBy(
                        () -> okta.add(OktaPerson.builder("ADA+X@example.com").build()))
                .hasMessageContaining("login must be unique");
        assertThatThrownBy(
                        () -> okta.add(OktaPerson.builder("ádá+x@example.com").build()))
                .hasMessageContaining("login must be unique");
        assertThatThrownBy(() ->
                        okta.add(OktaPerson.builder("new@example.com").id(ID).build()))
                .hasMessageContaining("id must be unique");
        assertThatThrownBy(() -> okta.change("ada+x@example.com", person -> person.id("other")))
                .hasMessageContaining("cannot be changed");
        assertThatThrownBy(() -> okta.remove("nobody@example.com")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> okta.person("nobody@example.com")).isInstanceOf(IllegalArgumentException.class);
        assertThat(okta.person("ada+x@example.com").id()).isEqualTo(ID);
    }

    @Test
    void factorsAreListedByIdOnly() throws IOException {
        okta.change("ada+x@example.com", person -> person.factor("push").factor("sms", "OKTA", "PENDING_ACTIVATION"));

        JsonNode factors = client.get("/api/v1/users/" + ID + "/factors").json();
        assertThat(factors).hasSize(2);
        assertThat(factors.at("/0/factorType").asText()).isEqualTo("push");
        assertThat(factors.at("/0/status").asText()).isEqualTo("ACTIVE");
        assertThat(factors.at("/1/status").asText()).isEqualTo("PENDING_ACTIVATION");
        assertThat(client.get("/api/v1/users/ada+x@example.com/factors").error())
                .isEqualTo("404 E0000007");
        assertThat(okta.requests(OktaOperation.LIST_FACTORS)).isEqualTo(2);
    }
}
