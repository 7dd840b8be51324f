package io.github.auth0migration.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.auth0migration.password.PasswordHash;

/** A line with the password, and a {@code custom_password_hash}. */
class Auth0HashFuzzTest {

    @FuzzTest
    @DictionaryEntries({
        "\"algorithm\":",
        "\"hash\":",
        "\"value\":",
        "\"encoding\":",
        "\"salt\":",
        "\"position\":",
        "\"password\":",
        "\"digest\":",
        "\"key\":",
        "\"keylen\":",
        "\"cost\":",
        "\"blockSize\":",
        "\"parallelization\":",
        "\"base64\"",
        "\"hex\"",
        "\"utf8\"",
        "\"utf16le\"",
        "\"latin1\"",
        "\"prefix\"",
        "\"suffix\"",
        "\"argon2\"",
        "\"bcrypt\"",
        "\"hmac\"",
        "\"ldap\"",
        "\"md4\"",
        "\"md5\"",
        "\"sha1\"",
        "\"sha256\"",
        "\"sha512\"",
        "\"pbkdf2\"",
        "\"scrypt\"",
        "{SSHA512}",
        "$pbkdf2-sha256$i=1,l=32$",
        "$argon2id$v=19$m=8,t=1,p=1$"
    })
    void auth0(byte[] data) {
        TextInput input = TextInput.of(data, 2);
        JsonText.object(input.line(1))
                .ifPresent(form -> HashInvariants.hold(() -> PasswordHash.ofAuth0(form), input.line(1), input.line(0)));
    }
}
