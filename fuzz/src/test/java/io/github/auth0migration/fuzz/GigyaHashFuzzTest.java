package io.github.auth0migration.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.auth0migration.password.GigyaHashSettings;
import io.github.auth0migration.password.GigyaHashSettings.Pbkdf2Digest;
import io.github.auth0migration.password.PasswordHash;

/** A line with the password, and the password object of a Gigya account. */
class GigyaHashFuzzTest {

    private static final GigyaHashSettings SETTINGS = GigyaHashSettings.none().withPbkdf2Digest(Pbkdf2Digest.SHA1);

    @FuzzTest
    @DictionaryEntries({
        "\"hash\":",
        "\"compoundHash\":",
        "\"hashSettings\":",
        "\"algorithm\":",
        "\"rounds\":",
        "\"salt\":",
        "\"format\":",
        "\"binaryFormat\":",
        "\"url\":",
        "$password",
        "$salt",
        "$password:utf16",
        "$salt:base64",
        "$0x",
        "\"md5\"",
        "\"sha1\"",
        "\"sha256\"",
        "\"sha512\"",
        "\"pbkdf2\"",
        "\"pbkdf2_sha256\"",
        "\"bcrypt\"",
        "\"md5_crypt\"",
        "\"drupal\"",
        "\"sha1_hashbytes\"",
        "\"sha512Hexa\"",
        "\"md5_double_salted\"",
        "\"symphony2\"",
        "\"sap_abap\"",
        "null"
    })
    void gigya(byte[] data) {
        TextInput input = TextInput.of(data, 2);
        JsonText.object(input.line(1))
                .ifPresent(object -> HashInvariants.hold(
                        () -> PasswordHash.ofGigya(object, SETTINGS), input.line(1), input.line(0)));
    }
}
