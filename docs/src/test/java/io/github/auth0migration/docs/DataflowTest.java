package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dataflows of {@code identity-sync.md} hang together, and the page tells of everything in them how sure it is. */
class DataflowTest {

    static Stream<Dataflow> dataflows() {
        return Stream.of(Dataflow.export(), Dataflow.auth0());
    }

    private static String id(JsonNode step) {
        return step.path("id").asText();
    }

    private static String type(JsonNode step) {
        return step.path("type").asText();
    }

    private static List<String> followers(JsonNode step) {
        List<String> followers = new ArrayList<>(Dataflow.texts(step.path("next")));
        followers.addAll(Dataflow.texts(step.path("error")));
        return followers;
    }

    @ParameterizedTest
    @MethodSource("dataflows")
    void stepsAreUniqueAndLeadToStepsThatAreThere(Dataflow dataflow) {
        List<String> ids = dataflow.steps().stream().map(DataflowTest::id).toList();

        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
        assertThat(dataflow.steps().stream().flatMap(step -> followers(step).stream()))
                .isSubsetOf(ids);
    }

    @ParameterizedTest
    @MethodSource("dataflows")
    void everythingIsReachedFromTheOneReaderAndEndsInAWriter(Dataflow dataflow) {
        Map<String, JsonNode> byId =
                dataflow.steps().stream().collect(Collectors.toMap(DataflowTest::id, Function.identity()));
        Set<String> followed = dataflow.steps().stream()
                .flatMap(step -> followers(step).stream())
                .collect(Collectors.toSet());
        List<String> entries =
                byId.keySet().stream().filter(id -> !followed.contains(id)).toList();

        assertThat(entries)
                .singleElement()
                .satisfies(id -> assertThat(type(byId.get(id))).startsWith("datasource.read."));
        assertThat(reachedFrom(entries.get(0), byId)).isEqualTo(byId.keySet());
        assertThat(byId.values().stream().filter(step -> followers(step).isEmpty()))
                .allSatisfy(step -> assertThat(type(step)).startsWith("datasource.write."));
    }

    private static Set<String> reachedFrom(String entry, Map<String, JsonNode> byId) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(entry));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (reached.add(id)) {
                open.addAll(followers(byId.get(id)));
            }
        }
        return reached;
    }

    @ParameterizedTest
    @MethodSource("dataflows")
    void errorsAreLedAwayAfterDatasourceWritersOnly(Dataflow dataflow) {
        assertThat(dataflow.steps().stream().filter(step -> step.has("error")))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(type(step)).startsWith("datasource.write."));
    }

    @ParameterizedTest
    @MethodSource("dataflows")
    void hostsAreInventedAndSecretsAreNotThere(Dataflow dataflow) {
        assertThat(dataflow.json().findValuesAsText("host"))
                .isNotEmpty()
                .allSatisfy(host -> assertThat(host).endsWith(".example.com"));
        for (String secret : List.of("password", "secret", "privateKey", "userKey")) {
            assertThat(dataflow.json().findValuesAsText(secret))
                    .allSatisfy(value -> assertThat(value).matches("\\{\\{\\w+}}"));
        }
    }

    @ParameterizedTest
    @MethodSource("dataflows")
    void failuresAndAccountsGoToDifferentFolders(Dataflow dataflow) {
        assertThat(dataflow.json().findValuesAsText("remotePath")).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dataflows")
    void thePageHasARowForEveryStepAndParameter(Dataflow dataflow) throws IOException {
        List<String> rows = rows();
        for (JsonNode step : dataflow.steps()) {
            assertThat(rows).anyMatch(row -> row.split(" ", -1)[0].equals(type(step)));
            step.path("params")
                    .fieldNames()
                    .forEachRemaining(name -> assertThat(rows).contains(type(step) + " " + name));
        }
    }

    /** "step" and "step parameter" of each row; a row without a step belongs to the one above. */
    private static List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        String step = "";
        for (String line : Files.readAllLines(Path.of("identity-sync.md"))) {
            String[] cells = line.replace("`", "").split("\\s*\\|\\s*", -1);
            if (cells.length != 6 || !cells[4].matches(".*(documented|seen|unconfirmed).*")) {
                continue;
            }
            step = cells[1].isEmpty() ? step : cells[1];
            rows.add(cells[2].isEmpty() ? step : step + " " + cells[2]);
        }
        return rows;
    }
}
