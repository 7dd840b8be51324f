package io.github.auth0migration.simulators.stormpath;

import static io.github.auth0migration.simulators.stormpath.Caller.emails;
import static io.github.auth0migration.simulators.stormpath.Caller.verdict;
import static io.github.auth0migration.simulators.stormpath.StormpathDialect.COMPATIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.Client;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StormpathListingTest {

    private final StormpathSimulator stormpath = StormpathSimulator.start();
    private final Caller caller = new Caller(stormpath);

    @AfterEach
    void close() {
        stormpath.close();
    }

    @Test
    void storedPeopleAreListedBeforeTheCrowd() throws IOException {
        stormpath.add(StormpathPerson.builder("ada@example.com").build());
        stormpath.add(StormpathPerson.builder("otto@example.com").build());
        stormpath.crowd(3);

        assertThat(emails(caller.search("?limit=3"))).containsExactly("ada@example.com", "otto@example.com", crowd(0));
        assertThat(emails(caller.search("?offset=3&limit=3"))).containsExactly(crowd(1), crowd(2));
        assertThat(emails(caller.search("?offset=5"))).isEmpty();
        assertThat(emails(caller.search("?offset=999999999"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ITEMS, 2", "TOTAL, 5", "OMITTED, ''"})
    void sizeMeansWhatItIsToldToMean(SizeMeaning meaning, String size) throws IOException {
        stormpath.crowd(5);
        stormpath.size(meaning);
        Client.Answer page = caller.search("?offset=1&limit=2");

        assertThat(page.json().path("size").asText()).isEqualTo(size);
        assertThat(page.json().has("size")).isEqualTo(meaning != SizeMeaning.OMITTED);
        assertThat(page.text("/offset")).isEqualTo("1");
        assertThat(page.text("/limit")).isEqualTo("2");
        assertThat(page.text("/href"))
                .isEqualTo(stormpath.baseUrl() + "/applications/" + stormpath.applicationId() + "/accounts");
    }

    @Test
    void aPageMayBeSmallerThanAskedFor() throws IOException {
        stormpath.crowd(10);
        stormpath.pageCap(3);

        Client.Answer page = caller.search("?limit=5");
        assertThat(emails(page)).hasSize(3);
        assertThat(page.text("/limit")).isEqualTo("5");
        assertThat(emails(caller.search("?email=person*&limit=5"))).hasSize(3);
    }

    @Test
    void whoIsRemovedMovesTheOthersUp() throws IOException {
        List<StormpathPerson> people = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            people.add(
                    stormpath.add(StormpathPerson.builder(name + "@example.com").build()));
        }
        assertThat(emails(caller.search("?limit=2"))).containsExactly("a@example.com", "b@example.com");
        stormpath.remove(people.get(0).id());
        assertThat(emails(caller.search("?limit=2&offset=2"))).containsExactly("d@example.com");
    }

    @ParameterizedTest
    @EnumSource
    void aPersonOfTheCrowdIsTheSameHoweverFound(StormpathDialect dialect) throws IOException {
        try (StormpathSimulator server =
                StormpathSimulator.builder().dialect(dialect).start()) {
            server.crowd(1_000_000);
            Caller each = new Caller(server);
            Client.Answer listed = each.search("?offset=999998&limit=10");
            Client.Answer found = each.search("?email=PERSON-999999%40crowd.example.com");
            String id = listed.text("/items/1/href").replaceFirst(".*/", "");

            assertThat(emails(listed)).containsExactly(crowd(999_998), crowd(999_999));
            assertThat(found.json().at("/items/0")).isEqualTo(listed.json().at("/items/1"));
            assertThat(each.get("/v1/accounts/" + id).json())
                    .isEqualTo(listed.json().at("/items/1"));
            assertThat(server.person(id).email()).isEqualTo(crowd(999_999));
            assertThat(each.login(crowd(999_999), "crowd-999999").text("/account/href"))
                    .endsWith(id);
            assertThat(verdict(each.login(crowd(1_000_000), "crowd-1000000"))).startsWith("400 7104");
            assertThat(emails(each.search("?email=person-1000000%40crowd.example.com")))
                    .isEmpty();
            assertThat(emails(each.search("?surname=number%20999999"))).containsExactly(crowd(999_999));
            assertThat(id).matches(dialect == COMPATIBLE ? "[0-9a-f-]{36}" : "[A-Za-z0-9]{22}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "createdAt, old@ person-0@crowd. person-1@crowd. middle@ person-2@crowd. person-3@crowd. new@",
        "createdAt%20desc, new@ person-3@crowd. person-2@crowd. middle@ person-1@crowd. person-0@crowd. old@",
        "email, middle@ new@ old@ person-0@crowd. person-1@crowd. person-2@crowd. person-3@crowd.",
        "email%20desc, old@ new@ middle@ person-3@crowd. person-2@crowd. person-1@crowd. person-0@crowd."
    })
    void theCrowdFollowsTheOrderOfTime(String orderBy, String expected) throws IOException {
        addCreated("new@example.com", "2026-01-01T00:00:00Z");
        addCreated("middle@example.com", "2015-01-01T00:00:01.500Z");
        addCreated("old@example.com", "2014-01-01T00:00:00Z");
        stormpath.crowd(4);

        List<String> listed = new ArrayList<>();
        for (int offset = 0; offset < 7; offset += 2) {
            listed.addAll(emails(caller.search("?orderBy=" + orderBy + "&limit=2&offset=" + offset)));
        }
        assertThat(String.join(" ", listed).replace("example.com", "")).isEqualTo(expected);
    }

    @Test
    void aCrowdIsInItsDirectoryAndCanGo() throws IOException {
        stormpath.crowd(2);
        stormpath.mapDirectories("Staff");
        assertThat(emails(caller.search(""))).isEmpty();
        assertThat(emails(caller.search("?email=person-1%40crowd.example.com"))).isEmpty();
        assertThat(verdict(caller.login(crowd(1), "crowd-1"))).isEqualTo("400 7104");

        stormpath.mapDirectories(StormpathPerson.DEFAULT_DIRECTORY);
        assertThat(emails(caller.search(""))).hasSize(2);
        stormpath.crowd(0);
        assertThat(emails(caller.search(""))).isEmpty();
    }

    private void addCreated(String email, String time) {
        stormpath.add(
                StormpathPerson.builder(email).createdAt(Instant.parse(time)).build());
    }

    private static String crowd(int number) {
        return "person-" + number + "@crowd.example.com";
    }
}
