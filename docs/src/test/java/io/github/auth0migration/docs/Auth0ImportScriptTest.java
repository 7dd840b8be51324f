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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private Map<String, Object> only(Map<String, Object> account) throws IOException {
        List<Map<String, Object>> users = script.run(List.of(account)).users();
        assertThat(users).hasSize(1);
        return users.get(0);
    }

    private void assertLeftOut(Map<String, Object> account, String reason) throws IOException {
        Auth0ImportScript.Result result = script.run(List.of(account));
        assertThat(result.users()).isEmpty();
        assertThat(result.trace()).containsExactly("left out, " + reason + ": " + account.get("UID"));
    }

    private static Map<String, Object> ada(Map<String, Object> changes) {
        Map<String, Object> account = new LinkedHashMap<>(GigyaAccounts.account("ada", sha256()));
        account.putAll(changes);
        account.values().removeIf("removed"::equals);
        return account;
    }

    private static Map<String, Object> sha256() {
        return GigyaAccounts.convertible()
                .filter(password -> password.name().equals("sha256"))
                .findFirst()
                .orElseThrow()
                .object();
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

    @Test
    void withoutAWordOnItsDigestPbkdf2IsLeftOut() throws IOException {
        Map<String, Object> password = GigyaAccounts.convertible()
                .filter(kind -> kind.name().equals("pbkdf2"))
                .findFirst()
                .orElseThrow()
                .object();

        assertLeftOut(ada(Map.of("password", password)), "no hash that Auth0 takes");
    }

    @Test
    void theProfileIsAuth0sAndTheRestIsMetadata() throws IOException {
        Map<String, Object> user = only(ada(Map.of()));

        assertThat(user)
                .containsEntry("user_id", "gigya|ada")
                .containsEntry("email", "ada@example.com")
                .containsEntry("email_verified", true)
                .containsEntry("username", "ada")
                .containsEntry("given_name", "Ada & Co")
                .containsEntry("name", "Ada & Co Winter")
                .containsEntry("picture", "https://example.com/ada.png")
                .containsEntry("user_metadata", Map.of("city", "Sample Town", "data", Map.of("newsletter", true)))
                .doesNotContainKeys("blocked", "nickname", "password");
    }

    @Test
    void anAddressThatMerelyStandsInTheProfileIsNobodys() throws IOException {
        Map<String, Object> user = only(ada(Map.of("profile", Map.of("email", "victim@example.com"))));

        assertThat(user).containsEntry("email", "ada@example.com");
    }

    @Test
    void anAddressThatIsAlsoCalledUnverifiedIsNotVerified() throws IOException {
        Map<String, Object> emails =
                Map.of("verified", List.of("ada@example.com"), "unverified", List.of("ADA@example.com"));

        assertThat(only(ada(Map.of("emails", emails)))).containsEntry("email_verified", false);
    }

    @Test
    void whoIsDisabledIsBlocked() throws IOException {
        assertThat(only(ada(Map.of("isActive", false)))).containsEntry("blocked", true);
    }

    @Test
    void anAddressAsUsernameIsNotWritten() throws IOException {
        Map<String, Object> loginIds = Map.of("username", "ada@example.com", "emails", List.of("ada@example.com"));

        assertThat(only(ada(Map.of("loginIDs", loginIds)))).doesNotContainKey("username");
    }

    @Test
    void whoHasNoAddressOfTheirOwnIsLeftOut() throws IOException {
        assertLeftOut(
                ada(Map.of("loginIDs", Map.of("username", "ada"), "emails", Map.of())), "no e-mail address of its own");
    }

    @ParameterizedTest
    @CsvSource({"lockedUntil, 9999-01-01T00:00:00Z", "lockedUntil, whenever"})
    void whoIsLockedIsLeftOut(String name, String value) throws IOException {
        assertLeftOut(ada(Map.of(name, value)), "locked");
    }

    @Test
    void anOldLockIsNone() throws IOException {
        assertThat(only(ada(Map.of("lockedUntil", "2001-01-01T00:00:00Z")))).containsKey("custom_password_hash");
        assertLeftOut(ada(Map.of("isLockedOut", true)), "locked");
    }

    @Test
    void whoSignsInElsewhereOnlyIsLeftOut() throws IOException {
        assertLeftOut(ada(Map.of("identities", List.of(Map.of("provider", "facebook")))), "no hash that Auth0 takes");
        assertLeftOut(
                ada(Map.of("identities", "removed", "socialProviders", "facebook, google")),
                "no hash that Auth0 takes");
    }

    @Test
    void whatIsNoAccountIsLeftOut() throws IOException {
        assertLeftOut(ada(Map.of("isActive", "removed")), "not said to be active");
        assertLeftOut(ada(Map.of("UID", "has a blank")), "no UID that Auth0 takes");
    }
}
