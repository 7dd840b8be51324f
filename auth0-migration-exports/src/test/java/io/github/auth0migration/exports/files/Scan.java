package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.exports.GigyaCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a scan found. */
final class Scan implements RowSink {

    final List<FoundRow> rows = new ArrayList<>();
    final List<BrokenRow> broken = new ArrayList<>();

    static Scan of(ExportFiles files) throws IOException {
        Scan scan = new Scan();
        files.scan(scan);
        return scan;
    }

    static Scan gigya(Path path) throws IOException {
        return of(GigyaFiles.open(path, GigyaCsv.identitySync()));
    }

    /** Scans one file of this text. */
    static Scan gigya(Path folder, String text) throws IOException {
        return gigya(Files.write(folder.resolve("users"), text.getBytes(UTF_8)));
    }

    @Override
    public void row(FoundRow row) {
        rows.add(row);
    }

    @Override
    public void broken(BrokenRow row, Set<String> ids) {
        broken.add(row);
    }

    List<Map<String, Object>> objects() {
        return rows.stream().map(row -> row.json().asMap()).toList();
    }

    List<Object> uids() {
        return rows.stream().map(row -> row.json().asMap().get("UID")).toList();
    }

    List<Long> lines() {
        return rows.stream().map(row -> row.place().line()).toList();
    }

    List<Long> brokenLines() {
        return broken.stream().map(BrokenRow::line).toList();
    }
}
