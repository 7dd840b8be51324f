package io.github.auth0migration.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.auth0migration.password.PasswordHash;

/** A line with the password, and the hash as Stormpath exports it. */
class StormpathHashFuzzTest {

    @FuzzTest
    @DictionaryEntries({"$stormpath1$", "$stormpath2$", "MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512", "$2a$", "$2x$"
    })
    void stormpath(byte[] data) {
        TextInput input = TextInput.of(data, 2);
        String mcf = input.line(1);
        HashInvariants.hold(() -> PasswordHash.ofStormpath(mcf), mcf, input.line(0));
    }
}
