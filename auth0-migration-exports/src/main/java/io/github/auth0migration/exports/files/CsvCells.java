package io.github.auth0migration.exports.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0migration.exports.GigyaCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Parts a row of CSV into its cells. Thread-safe. */
final class CsvCells {

    private final GigyaCsv csv;
    private final CSVFormat format;

    CsvCells(GigyaCsv csv) {
        this.csv = csv;
        format = CSVFormat.Builder.create()
                .setDelimiter(csv.columnSeparator())
                .setQuote('"')
                .setEscape(csv.quotes() == GigyaCsv.Quotes.BACKSLASH ? Character.valueOf('\\') : null)
                .setIgnoreEmptyLines(false)
                .get();
    }

    GigyaCsv csv() {
        return csv;
    }

    List<String> of(byte[] row) throws UnreadableRow {
        try (CSVParser parser = CSVParser.parse(text(row), format)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() == 1) {
                return records.get(0).toList();
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // Its message quotes the row.
        }
        throw new UnreadableRow("It is not one row of CSV: mend the row or export it again.");
    }

    private static String text(byte[] row) throws UnreadableRow {
        boolean hasReturn = row.length > 0 && row[row.length - 1] == '\r';
        byte[] utf8 = hasReturn ? Arrays.copyOf(row, row.length - 1) : row;
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableRow("It is not UTF-8: mend the row or export it again.");
        }
    }
}
