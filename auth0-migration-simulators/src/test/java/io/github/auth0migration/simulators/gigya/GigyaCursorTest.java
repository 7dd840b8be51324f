package io.github.auth0migration.simulators.gigya;

import static io.github.auth0migration.simulators.gigya.GigyaClient.uids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auth0migration.simulators.Client.Answer;
import io.github.auth0migration.simulators.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GigyaCursorTest {

    private static final String ALL = "SELECT UID FROM accounts";

    private final TestClock clock = new TestClock();
    private final GigyaSimulator site = GigyaSimulator.builder().clock(clock).start();
    private final GigyaClient client = new GigyaClient(site);

    @BeforeEach
    void addPeople() {
        for (int number = 0; number < 5; number++) {
            site.add(GigyaPerson.builder("p" + number + "@example.com")
                    .uid("p" + number)
                    .build());
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void batchesGoOnUntilThereIsNoCursor() throws IOException {
        site.batchSize(2);
        List<Answer> batches = batches(open(ALL + " LIMIT 10000"));

        assertThat(batches)
                .extracting(GigyaClient::uids)
                .containsExactly(List.of("p0", "p1"), List.of("p2", "p3"), List.of("p4"));
        assertThat(batches).extracting(batch -> batch.text("/totalCount")).containsOnly("5");
        assertThat(batches).extracting(batch -> batch.text("/objectsCount")).containsExactly("2", "2", "1");
        assertThat(site.received().get(1).body()).contains("cursorId=").doesNotContain("query=");
    }

    @Test
    void aBatchHasTheLimitWhenThatIsSmaller() throws IOException {
        assertThat(batches(open(ALL + " LIMIT 3"))).hasSize(2);
        assertThat(batches(open(ALL + " LIMIT 5"))).hasSize(1);
        assertThat(batches(open(ALL + " WHERE UID = \"p1\" OR UID = \"p4\" LIMIT 1")))
                .extracting(GigyaClient::uids)
                .containsExactly(List.of("p1"), List.of("p4"));
    }

    @Test
    void emptyBatchesAreNotTheEnd() throws IOException {
        site.emptyBatches(true);

        assertThat(batches(open(ALL + " LIMIT 3")))
                .extracting(GigyaClient::uids)
                .containsExactly(List.of("p0", "p1", "p2"), List.of(), List.of("p3", "p4"));
    }

    @Test
    void theSameCursorGivesTheSameBatchAgain() throws IOException {
        String cursor = open(ALL + " LIMIT 2").text("/nextCursorId");

        Answer first = next(cursor);
        assertThat(uids(first)).containsExactly("p2", "p3");
        assertThat(content(next(cursor))).isEqualTo(content(first));
        next(first.text("/nextCursorId"));
        assertThat(content(next(cursor))).isEqualTo(content(first));
    }

    @Test
    void peopleWhoComeAndGoMoveNobody() throws IOException {
        String cursor = open(ALL + " LIMIT 2").text("/nextCursorId");
        site.remove("p0");
        site.add(GigyaPerson.builder("late@example.com").uid("late").build());

        assertThat(uids(next(cursor))).containsExactly("p2", "p3");
        assertThat(uids(next(next(cursor).text("/nextCursorId")))).containsExactly("p4", "late");
    }

    @Test
    void aCursorIsGoodForFiveMinutesAfterTheLastCall() throws IOException {
        String cursor = open(ALL + " LIMIT 2").text("/nextCursorId");
        clock.advance(Duration.ofMinutes(5));
        assertThat(next(cursor).error()).isEqualTo("200 0");
        clock.advance(Duration.ofMinutes(5));
        assertThat(next(cursor).error()).isEqualTo("200 0");
        clock.advance(Duration.ofMinutes(5).plusMillis(1));
        assertThat(next(cursor).error()).isEqualTo("200 400006");
        open(ALL);
        assertThat(next(cursor).error()).isEqualTo("200 400006");
    }

    @Test
    void whatIsNoCursorOrComesWithAQueryFails() throws IOException {
        String cursor = open(ALL + " LIMIT 2").text("/nextCursorId");

        assertThat(next("").error()).isEqualTo("200 400006");
        assertThat(next("unknown").error()).isEqualTo("200 400006");
        assertThat(next("!").error()).isEqualTo("200 400006");
        assertThat(client.search(ALL, "cursorId", cursor).error()).isEqualTo("200 400006");
        assertThat(open(ALL + " START 1").error()).isEqualTo("200 400006");
        assertThat(open(ALL + " WHERE").error()).isEqualTo("200 400006");
        assertThatThrownBy(() -> site.batchSize(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Answer open(String query) throws IOException {
        return client.search(query, "openCursor", "true");
    }

    private Answer next(String cursor) throws IOException {
        return client.call("accounts.search", "cursorId", cursor);
    }

    private List<Answer> batches(Answer first) throws IOException {
        List<Answer> batches = new ArrayList<>(List.of(first));
        String cursor = first.text("/nextCursorId");
        while (!cursor.isEmpty()) {
            Answer batch = next(cursor);
            batches.add(batch);
            cursor = batch.text("/nextCursorId");
        }
        return batches;
    }

    private static ObjectNode content(Answer answer) {
        return ((ObjectNode) answer.json()).without(List.of("callId"));
    }
}
