package io.github.auth0migration.exports.files;

import io.github.auth0migration.exports.GigyaCsv;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of an export of Gigya's: one, or a folder of them, in any of the formats that IdentitySync and the API write. */
public final class GigyaFiles implements ExportFiles {

    private final Map<String, GigyaFile> files;
    private final String fingerprint;

    private GigyaFiles(Map<String, GigyaFile> files, String fingerprint) {
        this.files = files;
        this.fingerprint = fingerprint;
    }

    /**
     * Opens an export.
     *
     * @param path its file, or the folder of its files; of a folder, all files count that are neither hidden, nor named {@code
     *     *.tmp}, nor {@code gigya.ok}
     * @param csv how its CSV files are written; null if nobody told
     * @return its files, which count in the order of their names
     * @throws IOException if it is no such thing; the message says what to do
     */
    public static ExportFiles open(Path path, @Nullable GigyaCsv csv) throws IOException {
        Map<String, GigyaFile> files = new LinkedHashMap<>();
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(String.valueOf(csv));
        for (Path part : GigyaParts.of(path)) {
            KnownFile file = KnownFile.at(part);
            fingerprint.add(file.name(), file.attributes());
            files.put(file.name(), GigyaFile.open(file, csv));
        }
        return new GigyaFiles(files, fingerprint.hex());
    }

    @Override
    public void scan(RowSink sink) throws IOException {
        long before = 0;
        for (GigyaFile part : files.values()) {
            part.scan(before, sink);
            before += part.file().size();
        }
    }

    @Override
    public JsonObject read(RowPlace place) throws CallFailedException {
        GigyaFile part = files.get(place.file());
        if (part == null) {
            throw FileRead.changed(place.file());
        }
        return part.read(place);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public long totalBytes() {
        return files.values().stream().mapToLong(part -> part.file().size()).sum();
    }

    @Override
    public void close() {
        // Each file is open only while it is read.
    }
}
