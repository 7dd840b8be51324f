package io.github.auth0migration.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.auth0migration.exports.GigyaCsv;
import io.github.auth0migration.exports.files.GigyaFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bytes of a file: JSON in any of its forms, CSV, gzip. */
class GigyaFileFuzzTest {

    @FuzzTest
    @DictionaryEntries({"{\"UID\":\"", "\"results\":[", "\"password\":", "\"errorCode\":0", "},{", "]}", "\\\"", "\"\""
    })
    void file(byte[] data) {
        ScannedFile scanned = ScannedFile.of(data, file -> GigyaFiles.open(file, GigyaCsv.identitySync()));

        whole(data)
                .ifPresent(rows -> assertThat(
                                scanned.rows().size() + scanned.brokenRows().size())
                        .as("every row of a file that is JSON is told of")
                        .isEqualTo(rows.size()));
    }

    @FuzzTest
    void csvWithDoubledQuotes(byte[] data) {
        ScannedFile.of(
                data, file -> GigyaFiles.open(file, GigyaCsv.identitySync().withQuotes(GigyaCsv.Quotes.DOUBLED)));
    }

    /** The rows, if the file is an array of objects. */
    private static Optional<List<Map<String, Object>>> whole(byte[] data) {
        return JsonText.objects(new String(data, StandardCharsets.UTF_8));
    }
}
