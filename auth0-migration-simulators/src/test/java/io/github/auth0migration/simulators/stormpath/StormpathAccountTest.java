package io.github.auth0migration.simulators.stormpath;

import static io.github.auth0migration.simulators.stormpath.Caller.verdict;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StormpathAccountTest {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private final TestClock clock = new TestClock();
    private final StormpathSimulator stormpath =
            StormpathSimulator.builder().clock(clock).start();
    private final StormpathSimulator compatible =
            StormpathSimulator.builder().dialect(COMPATIBLE).clock(clock).start();
    private final Caller caller = new Caller(stormpath);
    private final Caller other = new Caller(compatible);
    private final StormpathPerson ada = stormpath.add(ada());
    private final StormpathPerson adaThere = compatible.add(ada());

    @AfterEach
    void close() {
        stormpath.close();
        compatible.close();
    }

    @Test
    void anAccountHasWhatStormpathShows() throws IOException {
        JsonNode account = caller.get("/v1/accounts/" + ada.id()).json();

        assertThat(ada.id()).matches("[A-Za-z0-9]{22}");
        assertThat(account.path("href").asText()).isEqualTo(stormpath.baseUrl() + "/accounts/" + ada.id());
        assertThat(account.path("username").asText()).isEqualTo("ada@example.com");
        assertThat(account.path("middleName").isNull()).isTrue();
        assertThat(account.path("fullName").asText()).isEqualTo("Ada Winter");
        assertThat(account.path("status").asText()).isEqualTo("ENABLED");
        assertThat(account.path("emailVerificationStatus").asText()).isEqualTo("UNKNOWN");
        assertThat(account.path("emailVerificationToken").isNull()).isTrue();
        assertThat(account.path("createdAt").asText()).isEqualTo("2026-03-01T12:00:00.000Z");
        assertThat(account.path("passwordModifiedAt").isNull()).isTrue();
        assertThat(account.at("/customData/href").asText()).endsWith("/accounts/" + ada.id() + "/customData");
        assertThat(account.at("/phones/href").asText()).isNotEmpty();
        assertThat(account.has("id")).isFalse();
        assertThat(account.toString()).doesNotContain(Marked.PASSWORD);
    }

    @Test
    void anAccountHasWhatACompatibleServerShows() throws IOException {
        JsonNode account = other.get("/v1/accounts/" + adaThere.id()).json();

        assertThat(adaThere.id()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(account.path("id").asText()).isEqualTo(adaThere.id());
        assertThat(account.path("tenantId").asText())
                .isEqualTo(lastSegment(account.at("/tenant/href").asText()));
        assertThat(account.path("directoryId").asText())
                .isEqualTo(lastSegment(account.at("/directory/href").asText()));
        assertThat(account.path("middleName").asText("none")).isEmpty();
        assertThat(account.has("emailVerificationStatus")).isFalse();
        assertThat(account.has("passwordModifiedAt")).isFalse();
        assertThat(account.path("failedLoginAttempts").asInt(-1)).isZero();
        assertThat(account.path("lastLoginAttempt").isNull()).isTrue();
    }

    @Test
    void theVerificationStatusMayBeMissingAndWhoIsUnverifiedHasAToken() throws IOException {
        stormpath.change(
                ada.id(), person -> person.emailVerificationStatus(null).status("UNVERIFIED"));
        compatible.change(adaThere.id(), person -> person.status("UNVERIFIED"));

        JsonNode account = caller.get("/v1/accounts/" + ada.id()).json();
        assertThat(account.has("emailVerificationStatus")).isFalse();
        assertThat(account.at("/emailVerificationToken/href").asText()).contains("/emailVerificationTokens/");
        JsonNode there = other.get("/v1/accounts/" + adaThere.id()).json();
        assertThat(there.path("emailVerificationTokenId").asText())
                .isEqualTo(lastSegment(there.at("/emailVerificationToken/href").asText()));
    }

    @Test
    void whatIsExpandedComesWhole() throws IOException {
        String query = "?expand=customData,groups(offset:1,limit:1),groupMemberships(limit:1),directory,tenant";
        JsonNode account = caller.get("/v1/accounts/" + ada.id() + query).json();

        assertThat(account.at("/customData/plan").asText()).isEqualTo("gold");
        assertThat(account.at("/customData/tags")).hasSize(2);
        assertThat(account.at("/customData/nothing").isNull()).isTrue();
        assertThat(account.at("/customData/createdAt").asText()).isEqualTo("2026-03-01T12:00:00.000Z");
        assertThat(account.at("/groups/items")).hasSize(1);
        assertThat(account.at("/groups/items/0/name").asText()).isEqualTo("writers");
        assertThat(account.at("/groups/offset").asInt()).isEqualTo(1);
        assertThat(account.at("/groupMemberships/items/0/group/href").asText()).contains("/groups/");
        assertThat(account.at("/directory/name").asText()).isEqualTo("Customers");
        assertThat(account.at("/tenant/key").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "customData,applications", "groups(top:1)", "groups(", "customData%20"})
    void whatCannotBeExpandedIsRefused(String expand) throws IOException {
        assertThat(verdict(caller.get("/v1/accounts/" + ada.id() + "?expand=" + expand)))
                .isEqualTo("400 2107");
        assertThat(verdict(other.get("/v1/accounts/" + adaThere.id() + "?expand=" + expand)))
                .isEqualTo("400 400");
        assertThat(verdict(caller.search("?expand=" + expand))).isEqualTo("400 2107");
    }

    @Test
    void groupsAndCustomDataHaveTheirOwnPaths() throws IOException {
        Client.Answer groups = caller.get("/v1/accounts/" + ada.id() + "/groups?limit=1");
        Client.Answer data = caller.get("/v1/accounts/" + ada.id() + "/customData");

        assertThat(groups.text("/items/0/name")).isEqualTo("readers");
        assertThat(groups.json().path("items")).hasSize(1);
        assertThat(data.text("/plan")).isEqualTo("gold");
        assertThat(data.text("/href")).isEqualTo(stormpath.baseUrl() + "/accounts/" + ada.id() + "/customData");
        assertThat(stormpath.requests(StormpathOperation.GET_GROUPS)).isEqualTo(1);
        assertThat(stormpath.requests(StormpathOperation.GET_CUSTOM_DATA)).isEqualTo(1);
        assertThat(verdict(caller.get("/v1/accounts/nobody/groups"))).isEqualTo("404 404");
        assertThat(verdict(caller.get("/v1/accounts/nobody/customData"))).isEqualTo("404 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "not-an-id", "a%2Fb", "%00"})
    void whoIsNotThereIsNotFound(String id) throws IOException {
        assertThat(verdict(caller.get("/v1/accounts/" + id))).isEqualTo("404 404");
        assertThat(verdict(other.get("/v1/accounts/" + id))).isEqualTo("404 404");
    }

    @Test
    void anApplicationCanBeAskedFor() throws IOException {
        assertThat(caller.get("/v1/applications/" + stormpath.applicationId()).text("/accounts/href"))
                .endsWith("/applications/" + stormpath.applicationId() + "/accounts");
        assertThat(other.get("/v1/applications/" + compatible.applicationId()).text("/id"))
                .isEqualTo(compatible.applicationId());
        assertThat(verdict(caller.get("/v1/applications/" + stormpath.unknownApplicationId())))
                .isEqualTo("404 404");
        assertThat(verdict(other.get("/v1/applications/" + compatible.unknownApplicationId())))
                .isEqualTo("404 404");
    }

    @Test
    void theApplicationsIdCanBeGiven() {
        try (StormpathSimulator given =
                StormpathSimulator.builder().applicationId("given").start()) {
            assertThat(given.applicationId()).isEqualTo("given");
        }
    }

    @Test
    void linksPointToWhereTheyAreTold() throws IOException {
        stormpath.hrefs(HrefStyle.OTHER_HOST);
        Client.Answer elsewhere = caller.login("ada@example.com", Marked.PASSWORD);
        assertThat(elsewhere.text("/account/href")).isEqualTo("https://api.other.example/v1/accounts/" + ada.id());

        stormpath.hrefs(HrefStyle.RELATIVE);
        assertThat(caller.login("ada@example.com", Marked.PASSWORD).text("/account/href"))
                .isEqualTo("/accounts/" + ada.id());
        assertThat(caller.get("/accounts/" + ada.id()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/v1/nothing", "/accounts/x", "/v1/accounts/", "/v1/applications/x/y/z", "/v1/directories/x"})
    void unknownPathsDiffer(String path) throws IOException {
        assertThat(verdict(caller.get(path))).isEqualTo("404 404");
        Client.Answer page = other.get(path);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(stormpath.requests(StormpathOperation.OTHER)).isEqualTo(1);
    }

    @Test
    void onlyTheCurrentTenantRedirects() throws IOException {
        Client.Answer answer = caller.get("/v1/tenants/current");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(stormpath.baseUrl() + "/tenants/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "POST"})
    void otherMethodsAreNotSupported(String method) throws IOException {
        for (Caller each : List.of(caller, other)) {
            Client.Answer answer = Client.send(each.client()
                    .request("/v1/accounts/" + ada.id())
                    .header("Authorization", each.basic())
                    .method(method, BodyPublishers.noBody()));
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.response().body().isEmpty()).isEqualTo(method.equals("HEAD"));
        }
        // The connection is still good.
        assertThat(caller.get("/v1/accounts/" + ada.id()).status()).isEqualTo(200);
    }

    @Test
    void everyAnswerOfStormpathHasARequestId() throws IOException {
        assertThat(caller.get("/v1/accounts/" + ada.id()).header("Stormpath-Request-Id"))
                .isNotEmpty();
        assertThat(caller.get("/v1/nothing").header("Stormpath-Request-Id")).isNotEmpty();
        assertThat(other.get("/v1/accounts/" + adaThere.id()).headers("Stormpath-Request-Id"))
                .isEmpty();
    }

    @Test
    void itBreaksDownOnDemand() throws IOException {
        stormpath.faultOnce(StormpathOperation.GET_ACCOUNT, Fault.status(500, "{\"status\":500,\"code\":7104}"));

        assertThat(verdict(caller.get("/v1/accounts/" + ada.id()))).isEqualTo("500 7104");
        assertThat(verdict(caller.get("/v1/accounts/" + ada.id()))).isEqualTo("200");
    }

    @Test
    void changesShow() throws IOException {
        clock.advance(Duration.ofMinutes(1));
        stormpath.change(
                ada.id(),
                person -> person.email("countess@example.com")
                        .username("countess")
                        .noGroups()
                        .passwordModifiedAt(Instant.parse("2020-02-02T02:02:02Z")));

        JsonNode account = caller.get("/v1/accounts/" + ada.id()).json();
        assertThat(account.path("modifiedAt").asText()).isEqualTo("2026-03-01T12:01:00.000Z");
        assertThat(account.path("passwordModifiedAt").asText()).isEqualTo("2020-02-02T02:02:02.000Z");
        assertThat(verdict(caller.login("ada@example.com", Marked.PASSWORD))).isEqualTo("400 7104");
        assertThat(verdict(caller.login("countess", Marked.PASSWORD))).isEqualTo("200");
        assertThat(stormpath.person(ada.id()).email()).isEqualTo("countess@example.com");
        stormpath.remove(ada.id());
        assertThat(verdict(caller.get("/v1/accounts/" + ada.id()))).isEqualTo("404 404");
        assertThat(verdict(caller.login("countess", Marked.PASSWORD))).isEqualTo("400 7104");
    }

    @Test
    void impossibleChangesAreRefused() {
        StormpathPerson same =
                StormpathPerson.builder("else@example.com").id(ada.id()).build();
        assertThatThrownBy(() -> stormpath.add(same)).hasMessageContaining("id must be unique");
        assertThatThrownBy(() -> stormpath.change(ada.id(), person -> person.id("other")))
                .hasMessageContaining("cannot be changed");
        assertThatThrownBy(() -> stormpath.remove("nobody")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stormpath.person("nobody")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stormpath.pageCap(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stormpath.crowd(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> StormpathPerson.builder("new@example.com").build().id())
                .isInstanceOf(IllegalStateException.class);
    }

    private static StormpathPerson ada() {
        return StormpathPerson.builder("ada@example.com")
                .givenName("Ada")
                .surname("Winter")
                .emailVerificationStatus("UNKNOWN")
                .password(Marked.PASSWORD)
                .customData("plan", "gold")
                .customData("tags", List.of("a", Map.of("b", 1)))
                .customData("nothing", null)
                .group("readers")
                .group("writers")
                .build();
    }

    private static String lastSegment(String href) {
        return href.substring(href.lastIndexOf('/') + 1);
    }
}
