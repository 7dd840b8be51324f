package io.github.auth0migration.exports.files;

import io.github.auth0migration.exports.GigyaCsv;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import java.io.IOException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A file of a Gigya export. What is in it is told by how it begins, whatever its name ends with.
 *
 * @param file the file
 * @param isCompressed whether it is
 * @param columns what its header says; null when it is JSON
 */
record GigyaFile(
        KnownFile file, boolean isCompressed, @Nullable CsvColumns columns) {

    static GigyaFile open(KnownFile file, @Nullable GigyaCsv csv) throws IOException {
        try (GigyaInput input = GigyaInput.open(file)) {
            ByteWindow window = input.window();
            CsvColumns columns = JsonRows.isJson(window) ? null : CsvRows.header(window, told(csv));
            return new GigyaFile(file, input.isCompressed(), columns);
        } catch (ZipException e) {
            throw GigyaInput.named(file, e);
        } catch (UnreadableRow e) {
            throw GigyaInput.problem(file, e.reason());
        }
    }

    private static GigyaCsv told(@Nullable GigyaCsv csv) throws UnreadableRow {
        if (csv == null) {
            throw new UnreadableRow("is no JSON: if it is CSV, set csv(...) to what its dataflow was told");
        }
        return csv;
    }

    void scan(long bytesBefore, RowSink sink) throws IOException {
        try (GigyaInput input = GigyaInput.open(file)) {
            RowOutput output =
                    new RowOutput(file.name(), text(), isCompressed, () -> bytesBefore + input.bytesRead(), sink);
            if (columns == null) {
                new JsonRows(input.window(), output).read();
            } else {
                new CsvRows(input.window(), columns, output).read();
            }
        } catch (ZipException e) {
            throw GigyaInput.named(file, e);
        }
        file.requireUnchanged();
    }

    JsonObject read(RowPlace place) throws CallFailedException {
        if (isCompressed || place.length() > ByteWindow.MAX_ROW_BYTES) {
            throw FileRead.changed(file.name());
        }
        return FileRead.read(
                file.path(),
                file.name(),
                file::isUnchanged,
                channel -> text().read(FileRead.fully(channel, place.offset(), place.length())));
    }

    private RowText text() {
        return columns == null ? new GigyaJsonRow() : columns;
    }
}
