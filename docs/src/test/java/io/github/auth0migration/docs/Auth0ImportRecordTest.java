package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script of the dataflow into Auth0 makes of the rest of an account, and whom it leaves out. */
class Auth0ImportRecordTest {

    @TempDir
    private Path folder;

    private Auth0ImportScript script;

    @BeforeEach
    void read() throws IOException {
        script = Auth0ImportScript.asItStands(folder);
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
