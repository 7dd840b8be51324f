package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.password.Conversion;
import io.github.auth0migration.password.GigyaHashSettings;
import io.github.auth0migration.password.GigyaHashSettings.Pbkdf2Digest;
import io.github.auth0migration.password.PasswordCheck;
import io.github.auth0migration.password.PasswordHash;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the dataflow into Auth0, run by Node.js: its records keep Auth0's rules and hold the right password. */
class Auth0ImportScriptTest {

    private static final GigyaHashSettings SHA1 = GigyaHashSettings.none().withPbkdf2Digest(Pbkdf2Digest.SHA1);

    @TempDir
    private Path folder;

    private Auth0ImportScript script;

    @BeforeEach
    void read() throws IOException {
        script = Auth0ImportScript.asItStands(folder);
    }

    private Auth0ImportScript.Result run(Stream<GigyaAccounts.Password> passwords) throws IOException {
        return script.withPbkdf2Digest("sha1")
                .run(passwords.map(GigyaAccounts::account).toList());
    }

    @Test
    void theDataflowHoldsThisVeryScript() throws IOException {
        String inDataflow = Dataflow.auth0()
                .step("record.evaluate")
                .path("params")
                .path("script")
                .asText();

        assertThat(new String(Base64.getDecoder().decode(inDataflow), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(Auth0ImportScript.FILE));
    }

    @Test
    void everyConvertibleHashKeepsTheRulesAndVerifiesThePasswordOnly() throws IOException {
        List<Map<String, Object>> users = run(GigyaAccounts.convertible()).users();

        assertThat(users).hasSize((int) GigyaAccounts.convertible().count());
        for (Map<String, Object> user : users) {
            Object who = user.get("user_id");
            assertThat(Auth0ImportRules.broken(user)).as("%s", who).isEmpty();
            PasswordHash hash = hash(user);
            assertThat(hash.verify(GigyaAccounts.PASSWORD)).as("%s", who).isEqualTo(PasswordCheck.MATCHES);
            assertThat(hash.verify(Marked.WRONG_PASSWORD)).as("%s", who).isEqualTo(PasswordCheck.DIFFERS);
        }
    }

    /** As ofAuth0 reads it; what stands in password_hash is bcrypt in Auth0's form. */
    private static PasswordHash hash(Map<String, Object> user) {
        Object field = user.get("password_hash");
        Map<String, Object> custom = field == null
                ? Dataflow.JSON.convertValue(user.get("custom_password_hash"), Dataflow.OBJECT)
                : Map.of("algorithm", "bcrypt", "hash", Map.of("value", field, "encoding", "utf8"));
        return PasswordHash.ofAuth0(custom).fold(hash -> hash, refused -> {
            throw new AssertionError(user.get("user_id") + ": " + refused);
        });
    }

    @Test
    void whoseHashAuth0CannotTakeIsLeftOutWithAWordInTheTrace() throws IOException {
        Auth0ImportScript.Result result = run(GigyaAccounts.notConvertible());

        assertThat(result.users()).isEmpty();
        assertThat(result.trace())
                .hasSize((int) GigyaAccounts.notConvertible().count())
                .allSatisfy(line -> assertThat(line)
                        .startsWith("left out, no hash that Auth0 takes: ")
                        .doesNotContain("@"));
    }

    @Test
    void itConvertsWhatTheLibraryConvertsAndTheSameField() throws IOException {
        List<GigyaAccounts.Password> all = Stream.concat(GigyaAccounts.convertible(), GigyaAccounts.notConvertible())
                .toList();
        List<String> ours = all.stream()
                .map(password -> GigyaAccounts.account(password).get("UID") + " " + library(password.object()))
                .filter(line -> !line.endsWith(" none"))
                .toList();
        List<String> theirs = run(all.stream()).users().stream()
                .map(user -> user.get("user_id").toString().substring("gigya|".length()) + " " + field(user))
                .toList();

        assertThat(theirs).isEqualTo(ours);
    }

    private static String field(Map<String, Object> user) {
        return user.containsKey("password_hash")
                ? "password_hash"
                : ((Map<?, ?>) user.get("custom_password_hash"))
                        .get("algorithm")
                        .toString();
    }

    private static String library(Map<String, Object> password) {
        return PasswordHash.ofGigya(password, SHA1)
                .fold(
                        hash -> hash.toAuth0()
                                .fold(
                                        (Conversion.CustomPasswordHash custom) ->
                                                custom.value().get("algorithm").toString(),
                                        field -> "password_hash",
                                        impossible -> "none"),
                        refused -> "none");
    }
}
