package io.github.auth0migration.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.auth0migration.exports.files.StormpathFiles;

/** The bytes of a zip file. */
class StormpathZipFuzzTest {

    @FuzzTest
    void zip(byte[] data) {
        ScannedFile.of(data, StormpathFiles::open);
    }
}
