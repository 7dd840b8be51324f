package io.github.auth0migration.exports.index;

import io.github.auth0migration.Failure;
import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.exports.files.ExportFiles;
import io.github.auth0migration.exports.files.FoundRow;
import io.github.auth0migration.exports.files.RowPlace;
import io.github.auth0migration.exports.files.RowSink;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files that a test wrote down as rows. */
final class ListedFiles implements ExportFiles {

    private final List<Object> rows = new ArrayList<>();
    private final boolean compressed;
    private int scans;
    private String fingerprint = "f1";
    private Runnable duringScan = () -> {};

    ListedFiles(boolean compressed) {
        this.compressed = compressed;
    }

    /** A row with an id, names, and a time of change that may be empty. */
    ListedFiles row(String id, String changed, String... names) {
        rows.add(JsonObject.of(Map.of("id", id, "changed", changed, "names", List.of(names))));
        return this;
    }

    ListedFiles row(Map<String, Object> members) {
        rows.add(JsonObject.of(members));
        return this;
    }

    ListedFiles broken(String reason, String... ids) {
        rows.add(new Broken(new BrokenRow("part-1.json", rows.size() + 1L, reason), Set.of(ids)));
        return this;
    }

    private record Broken(BrokenRow row, Set<String> ids) {}

    ListedFiles fingerprint(String newFingerprint) {
        fingerprint = newFingerprint;
        return this;
    }

    ListedFiles duringScan(Runnable action) {
        duringScan = action;
        return this;
    }

    int scans() {
        return scans;
    }

    @Override
    public void scan(RowSink sink) throws IOException {
        scans++;
        for (int i = 0; i < rows.size(); i++) {
            duringScan.run();
            if (rows.get(i) instanceof Broken broken) {
                sink.broken(broken.row(), broken.ids());
            } else {
                RowPlace place = new RowPlace("part-" + i / 2 + ".json", i, 1, i + 1L);
                sink.row(new FoundRow(place, (JsonObject) rows.get(i), compressed, i + 1L));
            }
        }
    }

    @Override
    public JsonObject read(RowPlace place) throws CallFailedException {
        int row = (int) place.offset();
        if (!place.equals(new RowPlace("part-" + row / 2 + ".json", row, 1, row + 1L))) {
            throw CallFailedException.unsent(Failure.of(Failure.Kind.INTERNAL, "no such place: " + place));
        }
        return (JsonObject) rows.get(row);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public long totalBytes() {
        return rows.size();
    }

    @Override
    public void close() {}
}
