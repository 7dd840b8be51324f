package io.github.auth0migration.exports.files;

import io.github.auth0migration.exports.BrokenRow;
import io.github.auth0migration.spi.JsonObject;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Where the rows of one file go.
 *
 * @param file the file's name
 * @param text makes objects of them
 * @param isCompressed whether the file is
 * @param bytesRead how much of all files was read by now
 * @param sink gets them
 */
record RowOutput(String file, RowText text, boolean isCompressed, LongSupplier bytesRead, RowSink sink) {

    /** Hands on the row that ends here and began where {@link ByteWindow#keep} was called. */
    void row(ByteWindow window) throws IOException {
        byte[] row = window.take();
        if (row == null) {
            broken(window.keptLine(), tooLong());
            return;
        }
        RowPlace place = new RowPlace(file, window.keptOffset(), row.length, window.keptLine());
        JsonObject json;
        try {
            json = text.read(row);
        } catch (UnreadableRow e) {
            sink.broken(new BrokenRow(file, place.line(), e.reason()), text.ids(row));
            return;
        }
        sink.row(new FoundRow(place, json, isCompressed, bytesRead.getAsLong()));
    }

    void broken(long line, String reason) throws IOException {
        sink.broken(new BrokenRow(file, line, reason), Set.of());
    }

    /** The rest of the file is lost. */
    void rest(long line, Undelimited cause) throws IOException {
        broken(
                line,
                "From here to the end of the file rows cannot be told apart, so none of them was read: " + cause.what()
                        + ". Mend the file or export it again.");
    }

    static String tooLong() {
        return "It is longer than " + (ByteWindow.MAX_ROW_BYTES >> 20) + " MiB: no account is; mend the file.";
    }
}
