package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON files as they should be: each shape, and where its rows stand. */
class GigyaJsonFilesTest {

    private static final String A = "{\"UID\":\"a\",\"profile\":{\"nickname\":\"} ] \\\" {\"}}";
    private static final String B = "{\"UID\":\"b\",\"data\":{\"list\":[{\"x\":[]},{}]}}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s,%s]",
                " \r\n[ %s ,\n%s ]\n\n",
                "{\"accounts\":[%s,%s]}",
                "{ \"accounts\" : [%s,%s], \"count\": 2, \"complete\": true }",
                "%s\n%s\n",
                "%s\r\n%s",
                "\n%s\n\n%s\n",
                "%s%s",
                "%s %s",
                "{\"results\":[%s,%s]}",
                "{\"results\":[%s]}{\"results\":[%s]}",
                "{\"callId\":\"1\",\"errorCode\":0,\"results\":[%s],\"objectsCount\":1}{\"results\":[%s],\"totalCount\":2}",
                "{\n \"results\": [\n%s,\n%s\n ]\n}\n{\"results\":[],\"objectsCount\":0}"
            })
    void eachShapeGivesItsRows(String shape) throws IOException {
        String text = shape.formatted(A, B);

        for (String mark : List.of("", "\ufeff")) {
            Scan scan = Scan.gigya(folder, mark + text);

            assertThat(scan.uids()).containsExactly("a", "b");
            assertThat(scan.broken).isEmpty();
            byte[] file = (mark + text).getBytes(UTF_8);
            assertThat(scan.rows)
                    .extracting(row -> new String(
                            file, (int) row.place().offset(), row.place().length(), UTF_8))
                    .containsExactly(A, B);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\ufeff",
                "[]",
                " [ ] ",
                "{\"accounts\":[]}",
                "{\"results\":[],\"errorCode\":0,\"objectsCount\":0,\"totalCount\":7}"
            })
    void filesWithoutRowsAreValid(String text) throws IOException {
        Scan scan = Scan.gigya(folder, text);

        assertThat(scan.rows).isEmpty();
        assertThat(scan.broken).isEmpty();
    }

    @Test
    void rowsOverSeveralLinesKnowWhereTheyBegin() throws IOException {
        String a = "{\n  \"UID\": \"a\",\n  \"profile\": {\n    \"age\": 7\n  }\n}";
        String b = a.replace("\"a\"", "\"b\"");

        assertThat(Scan.gigya(folder, "[\n" + a + ",\n" + b + "\n]\n").lines()).containsExactly(2L, 8L);
        assertThat(Scan.gigya(folder, a + "\n" + b).lines()).containsExactly(1L, 7L);
        assertThat(Scan.gigya(folder, "{\"results\":\r\n[\r\n" + a + ",\r\n\r\n" + b + "]}")
                        .lines())
                .containsExactly(3L, 10L);
    }

    @Test
    void rowsWithoutUidAreHandedOn() throws IOException {
        Scan scan = Scan.gigya(folder, "{\"token\":\"t\"}\n{}\n{\"UID\":null}\n");

        assertThat(scan.rows).hasSize(3);
        assertThat(scan.broken).isEmpty();
    }

    @Test
    void namesWithDotsAreNested() throws IOException {
        Scan scan = Scan.gigya(
                folder,
                "{\"UID\":\"a\",\"profile.gender\":\"f\",\"profile\":{\"age\":7},\"data.a.b\":1,\"data\":{\"a\":{\"c.d\":2}},"
                        + "\"emails\":null,\"emails.verified\":[\"a@example.com\"],\"profile.zip\":null}");

        assertThat(scan.objects())
                .containsExactly(Map.of(
                        "UID",
                        "a",
                        "profile",
                        Map.of("gender", "f", "age", 7),
                        "data",
                        Map.of("a", Map.of("b", 1, "c.d", 2)),
                        "emails",
                        Map.of("verified", List.of("a@example.com"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"profile.gender\":\"f\",\"profile\":{\"gender\":\"f\"}",
                "\"profile\":{\"gender\":\"f\"},\"profile.gender\":\"f\"",
                "\"profile\":\"f\",\"profile.gender\":\"f\"",
                "\"data.a.b\":1,\"data.a\":2",
                "\"data.\":1",
                "\".data\":1",
                "\"data..a\":1"
            })
    void namesWithDotsThatSayTwoThingsBreakTheRow(String members) throws IOException {
        Scan scan = Scan.gigya(folder, "[{\"UID\":\"a\"," + members + "},{\"UID\":\"b\"}]");

        assertThat(scan.uids()).containsExactly("b");
        assertThat(scan.broken)
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("dot"));
    }

    @Test
    void namesOfManyDotsBreakTheRow() throws IOException {
        String deep = "[".repeat(990) + "]".repeat(990);
        Scan scan = Scan.gigya(
                folder,
                "{\"" + "a.".repeat(5000) + "a\":1}\n{\"" + "a.".repeat(20) + "a\":" + deep + "}\n{\"UID\":\"b\"}");

        assertThat(scan.uids()).containsExactly("b");
        assertThat(scan.brokenLines()).containsExactly(1L, 2L);
    }

    @Test
    void progressReachesTheSizeOfAllFiles() throws IOException {
        Files.writeString(folder.resolve("1.json"), "[{\"UID\":\"a\"}]");
        Files.writeString(folder.resolve("2.json"), "[{\"UID\":\"b\"}]");

        assertThat(Scan.gigya(folder).rows).extracting(FoundRow::bytesRead).containsExactly(13L, 26L);
    }

    @Test
    void aRowIsToldWithoutWhatIsInIt() throws IOException {
        assertThat(Scan.gigya(folder, "{\"UID\":\"jane@example.com\"}").rows.get(0))
                .asString()
                .contains("users")
                .doesNotContain("jane");
    }
}
