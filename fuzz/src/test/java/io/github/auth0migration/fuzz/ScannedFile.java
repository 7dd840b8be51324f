package io.github.auth0migration.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.exports.files.ExportFiles;
import io.github.auth0migration.exports.files.FoundRow;
import io.github.auth0migration.exports.files.RowPlace;
import io.github.auth0migration.exports.files.RowSink;
import io.github.auth0migration.spi.CallFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A file of an export made of any bytes, and what must hold of whatever is read from it. */
final class ScannedFile implements RowSink {

    private final List<FoundRow> rows = new ArrayList<>();
    private final List<BrokenRow> broken = new ArrayList<>();
    private final String text;

    private ScannedFile(byte[] data) {
        this.text = new String(data, StandardCharsets.ISO_8859_1);
    }

    /** Opens the files of an export. */
    @FunctionalInterface
    interface Opener {
        ExportFiles open(Path file) throws IOException;
    }

    /** Reads the whole file; one that is refused as a whole has no rows. */
    static ScannedFile of(byte[] data, Opener opener) {
        ScannedFile scanned = new ScannedFile(data);
        Path file = write(data);
        try (ExportFiles files = opener.open(file)) {
            files.scan(scanned);
            scanned.checkAgain(files);
        } catch (IOException e) {
            // Refused as a whole; what it says is of the file, not of a row.
            scanned.rows.clear();
        } finally {
            delete(file);
        }
        return scanned;
    }

    private static Path write(byte[] data) {
        try {
            return Files.write(Files.createTempFile("fuzz", ".input"), data);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void row(FoundRow row) {
        rows.add(row);
    }

    @Override
    public void broken(BrokenRow row, Set<String> ids) {
        broken.add(row);
        assertThat(row.line()).isPositive();
        checkQuotes(row.reason());
    }

    private void checkQuotes(String message) {
        // The column of a cell is named, the cell is not.
        assertThat(Quotes.in(message.replaceFirst("Its column .* must be", ""), text))
                .isEmpty();
    }

    /** Rows stand one behind the other, and say the same when they are read again. */
    private void checkAgain(ExportFiles files) {
        long end = 0;
        for (FoundRow row : rows) {
            RowPlace place = row.place();
            if (row.isCompressed()) {
                continue;
            }
            assertThat(place.offset()).isGreaterThanOrEqualTo(end);
            end = place.offset() + place.length();
            assertThat(end).isLessThanOrEqualTo(text.length());
            try {
                assertThat(files.read(place).asMap()).isEqualTo(row.json().asMap());
            } catch (CallFailedException e) {
                throw new AssertionError("cannot be read again: " + e.failure());
            }
        }
    }

    List<FoundRow> rows() {
        return rows;
    }

    List<BrokenRow> brokenRows() {
        return broken;
    }
}
