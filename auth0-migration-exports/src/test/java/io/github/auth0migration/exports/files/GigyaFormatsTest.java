package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0migration.exports.GigyaCsv;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same five accounts in every format. */
class GigyaFormatsTest {

    /** An export: its name in the test, its files, and how its CSV is written. */
    private record Export(String name, List<byte[]> parts, GigyaCsv csv) {
        Export(String name, GigyaCsv csv, String... parts) {
            this(name, Stream.of(parts).map(part -> part.getBytes(UTF_8)).toList(), csv);
        }

        Export gzipped() {
            return new Export(
                    name + ", gzip", parts.stream().map(GigyaFormatsTest::gzip).toList(), csv);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<String> COLUMNS = List.of(
            "UID",
            "isActive",
            "lastLoginTimestamp",
            "profile.nickname",
            "profile.age",
            "loginIDs.emails",
            "emails.verified",
            "password.hashSettings.rounds",
            "data.note");

    private static final List<List<String>> CELLS = List.of(
            List.of("1", "true", "1700000000000", "Ann", "30", "a@example.com", "a@example.com", "3000", ""),
            List.of("2", "false", "0", "B \"b\" {[", "", "b@example.com,bb@example.com", "", "1", "x\ny,z"),
            List.of("3", "", "", "C\\ \\n", "-1", "", "", "", "  "),
            List.of("_guid_4==", "true", "2147483648", "\u00e9\ud83d\ude00", "", "", "", "", "last line\r\n"),
            List.of("5", "", "", "", "", "", "", "", "5,\n\"victim\",true"));

    private static final List<Map<String, Object>> ACCOUNTS = List.of(
            Map.of(
                    "UID",
                    "1",
                    "isActive",
                    true,
                    "lastLoginTimestamp",
                    1_700_000_000_000L,
                    "profile",
                    Map.of("nickname", "Ann", "age", 30),
                    "loginIDs",
                    Map.of("emails", List.of("a@example.com")),
                    "emails",
                    Map.of("verified", List.of("a@example.com")),
                    "password",
                    Map.of("hashSettings", Map.of("rounds", 3000))),
            Map.of(
                    "UID",
                    "2",
                    "isActive",
                    false,
                    "lastLoginTimestamp",
                    0,
                    "profile",
                    Map.of("nickname", "B \"b\" {["),
                    "loginIDs",
                    Map.of("emails", List.of("b@example.com", "bb@example.com")),
                    "password",
                    Map.of("hashSettings", Map.of("rounds", 1)),
                    "data",
                    Map.of("note", "x\ny,z")),
            Map.of("UID", "3", "profile", Map.of("nickname", "C\\ \\n", "age", -1), "data", Map.of("note", "  ")),
            Map.of(
                    "UID",
                    "_guid_4==",
                    "isActive",
                    true,
                    "lastLoginTimestamp",
                    2_147_483_648L,
                    "profile",
                    Map.of("nickname", "\u00e9\ud83d\ude00"),
                    "data",
                    Map.of("note", "last line\r\n")),
            Map.of("UID", "5", "data", Map.of("note", "5,\n\"victim\",true")));

    @TempDir
    Path folder;

    static Stream<Export> exports() {
        GigyaCsv csv = GigyaCsv.identitySync();
        List<String> rows = ACCOUNTS.stream().map(Json::write).toList();
        String all = String.join(",", rows);
        GigyaCsv doubled = csv.withQuotes(GigyaCsv.Quotes.DOUBLED);
        List<Export> exports = List.of(
                new Export("array", csv, "[" + all + "]"),
                new Export("array with a byte order mark", csv, "\ufeff[" + all + "]"),
                new Export("wrapped", csv, "{\"accounts\":[" + all + "]}"),
                new Export("NDJSON", csv, String.join("\n", rows)),
                new Export("NDJSON with CRLF", csv, String.join("\r\n", rows) + "\r\n"),
                new Export("concatenated", csv, String.join("", rows)),
                new Export(
                        "flat names",
                        csv,
                        "{\"UID\":\"1\",\"isActive\":true,\"lastLoginTimestamp\":1700000000000,"
                                + "\"profile.nickname\":\"Ann\",\"profile\":{\"age\":30},\"loginIDs.emails\":[\"a@example.com\"],"
                                + "\"emails.verified\":[\"a@example.com\"],\"password.hashSettings.rounds\":3000}"
                                + String.join("\n", rows.subList(1, 5))),
                new Export("pages", csv, page(rows.subList(0, 2)) + "\n" + page(rows.subList(2, 5))),
                new Export(
                        "pages of a file each",
                        csv,
                        page(rows.subList(0, 2)),
                        page(List.of()),
                        page(rows.subList(2, 5))),
                new Export("CSV", csv, csv(csv, "\n", CELLS)),
                new Export("CSV with CRLF", csv, csv(csv, "\r\n", CELLS).stripTrailing()),
                new Export("CSV with doubled quotes", doubled, csv(doubled, "\n", CELLS)),
                new Export("CSV with a byte order mark", doubled, "\ufeff" + csv(doubled, "\r\n", CELLS)),
                new Export(
                        "CSV with tabs",
                        csv.withColumnSeparator('\t'),
                        csv(csv.withColumnSeparator('\t'), "\n", CELLS)),
                new Export(
                        "CSV with other separators",
                        csv.withColumnSeparator(';').withListSeparator(" | "),
                        csv(csv.withColumnSeparator(';').withListSeparator(" | "), "\n", CELLS)),
                new Export(
                        "CSV in parts",
                        csv,
                        csv(csv, "\n", CELLS.subList(0, 3)),
                        "",
                        csv(csv, "\n", CELLS.subList(3, 5))),
                new Export(
                        "CSV joined", csv, csv(csv, "\n", CELLS.subList(0, 3)) + csv(csv, "\n", CELLS.subList(3, 5))),
                new Export(
                        "mixed",
                        csv,
                        "[" + rows.get(0) + "]",
                        csv(csv, "\n", CELLS.subList(1, 2)),
                        String.join("\n", rows.subList(2, 5))));
        return Stream.concat(exports.stream(), exports.stream().map(Export::gzipped));
    }

    private static String page(List<String> rows) {
        return "{\"errorCode\":0,\"results\":[" + String.join(",", rows) + "],\"objectsCount\":" + rows.size() + "}";
    }

    private static String csv(GigyaCsv csv, String lineEnd, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(COLUMNS));
        all.addAll(rows);
        return all.stream().map(row -> row(csv, row) + lineEnd).collect(Collectors.joining());
    }

    private static String row(GigyaCsv csv, List<String> cells) {
        return cells.stream()
                .map(cell -> cell.contains("@") ? cell.replace(",", csv.listSeparator()) : cell)
                .map(cell -> cell.isEmpty() ? "" : '"' + escaped(csv, cell) + '"')
                .collect(Collectors.joining(String.valueOf(csv.columnSeparator())));
    }

    private static String escaped(GigyaCsv csv, String cell) {
        return csv.quotes() == GigyaCsv.Quotes.DOUBLED
                ? cell.replace("\"", "\"\"")
                : cell.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyFormatGivesTheSameAccounts(Export export) throws Exception {
        for (int i = 0; i < export.parts().size(); i++) {
            Files.write(folder.resolve("part" + i), export.parts().get(i));
        }
        boolean isCompressed = export.name().endsWith("gzip");

        try (ExportFiles files = GigyaFiles.open(folder, export.csv())) {
            Scan scan = Scan.of(files);

            assertThat(scan.broken).isEmpty();
            assertThat(scan.objects()).isEqualTo(ACCOUNTS);
            assertThat(scan.rows).allSatisfy(row -> {
                assertThat(row.isCompressed()).isEqualTo(isCompressed);
                assertThat(Json.readObject(Json.write(row.json().asMap()).getBytes(UTF_8))
                                .asMap())
                        .isEqualTo(row.json().asMap());
                if (isCompressed) {
                    assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> files.read(row.place()));
                } else {
                    assertThat(files.read(row.place()).asMap())
                            .isEqualTo(row.json().asMap());
                }
            });
            assertThat(scan.rows.get(4).bytesRead()).isLessThanOrEqualTo(files.totalBytes());
        }
    }
}
