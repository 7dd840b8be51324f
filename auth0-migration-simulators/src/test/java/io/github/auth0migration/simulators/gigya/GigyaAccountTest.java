package io.github.auth0migration.simulators.gigya;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0migration.simulators.Client.Answer;
import io.github.auth0migration.simulators.TestClock;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GigyaAccountTest {

    private final GigyaSimulator site =
            GigyaSimulator.builder().clock(new TestClock()).start();
    private final GigyaClient client = new GigyaClient(site);
    private final GigyaPerson ada = site.add(GigyaPerson.builder("Ada@example.com")
            .uid("_guid_A-_+=")
            .username("winter")
            .unverifiedLoginEmails("new@example.com")
            .unverifiedEmails("new@example.com")
            .password(Marked.PASSWORD)
            .social("facebook", "100")
            .profile("email", "shown@example.com")
            .profile("phones", List.of(Map.of("number", "+1 555 0100")))
            .data("tier", 3)
            .created(Instant.parse("2019-04-29T20:39:36.590Z"))
            .build());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theDefaultIsProfileAndDataWithTimesInMilliseconds() throws IOException {
        Answer answer = info();

        assertThat(answer.error()).isEqualTo("200 0");
        assertThat(answer.text("/UID")).isEqualTo(ada.uid());
        assertThat(answer.text("/profile/email")).isEqualTo("shown@example.com");
        assertThat(answer.text("/profile/phones/0/number")).isEqualTo("+1 555 0100");
        assertThat(answer.json().at("/data/tier").isInt()).isTrue();
        for (String absent : List.of("emails", "loginIDs", "identities", "password", "sessionInfo", "lockedUntil")) {
            assertThat(answer.json().has(absent)).as(absent).isFalse();
        }
        assertThat(answer.text("/socialProviders")).isEqualTo("site,facebook");
        assertThat(answer.text("/created")).isEqualTo("2019-04-29T20:39:36.59Z");
        assertThat(answer.json().path("createdTimestamp").asLong()).isEqualTo(1_556_570_376_590L);
        assertThat(answer.json().path("registeredTimestamp").asLong()).isEqualTo(1_556_570_376_590L);
    }

    @Test
    void neverLoggedInIsTheYearOne() throws IOException {
        assertThat(info().text("/lastLogin")).isEqualTo("0001-01-01T00:00:00Z");
        assertThat(info().json().path("lastLoginTimestamp").asLong(-1)).isZero();

        client.login("winter", Marked.PASSWORD);
        assertThat(info().text("/lastLogin")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(info().json().path("lastLoginTimestamp").asLong())
                .isEqualTo(Instant.parse("2026-03-01T12:00:00Z").toEpochMilli());
        assertThat(info().text("/lastUpdated")).isEqualTo("2019-04-29T20:39:36.59Z");
    }

    @Test
    void includeNamesTheParts() throws IOException {
        JsonNode account = info("include", "emails,loginIDs,identities-all").json();

        assertThat(account.has("profile")).isFalse();
        assertThat(account.has("data")).isFalse();
        assertThat(account.path("emails"))
                .hasToString("{\"verified\":[\"Ada@example.com\"],\"unverified\":[\"new@example.com\"]}");
        assertThat(account.path("loginIDs"))
                .hasToString("{\"username\":\"winter\",\"emails\":[\"Ada@example.com\"],"
                        + "\"unverifiedEmails\":[\"new@example.com\"]}");
        assertThat(account.path("identities").findValuesAsText("provider")).containsExactly("site", "facebook");
        assertThat(account.path("identities").findValuesAsText("providerUID")).containsExactly(ada.uid(), "100");
        assertThat(info("include", "emails, data").error()).isEqualTo("200 400006");
    }

    @Test
    void whatIsMissingOrUnknownFails() throws IOException {
        Answer unknown = client.call("accounts.getAccountInfo", "UID", "_guid_a-_+=");
        assertThat(unknown.error()).isEqualTo("200 403005");
        assertThat(unknown.text("/errorDetails")).isEqualTo("Unauthorized user");
        assertThat(client.call("accounts.getAccountInfo").error()).isEqualTo("200 400002");
        assertThat(client.call("accounts.getAccountInfo", "regToken", "made up").error())
                .isEqualTo("200 400006");
    }

    @Test
    void thePasswordShowsAsMuchAsTheKeyMayRead() throws IOException {
        assertThat(password()).hasToString("{\"created\":\"2019-04-29T20:39:36.59Z\"}");
        site.showPasswords(GigyaPasswordView.HIDDEN);
        assertThat(password().isMissingNode()).isTrue();
        assertThat(info().json().has("password")).isFalse();

        site.showPasswords(GigyaPasswordView.SHOWN);
        JsonNode shown = password();
        assertThat(shown.at("/hashSettings/algorithm").asText()).isEqualTo("pbkdf2");
        assertThat(shown.at("/hashSettings/rounds").asInt()).isEqualTo(3000);
        assertThat(shown.path("hash").asText())
                .isEqualTo(hash(shown.at("/hashSettings/salt").asText()));
        assertThat(shown.path("created").asText()).isEqualTo("2019-04-29T20:39:36.59Z");
    }

    @Test
    void aPasswordObjectOfOnesOwnReplacesTheHash() throws IOException {
        site.showPasswords(GigyaPasswordView.SHOWN);
        site.change(ada.uid(), person -> person.passwordObject(Map.of("compoundHash", "$2a$10$x")));
        assertThat(password().path("compoundHash").asText()).isEqualTo("$2a$10$x");
        assertThat(password().has("hash")).isFalse();

        site.change(ada.uid(), person -> person.passwordObject(null).password(null));
        assertThat(password()).hasToString("{}");
        assertThat(info("include", "identities-active")
                        .json()
                        .path("identities")
                        .findValuesAsText("provider"))
                .containsExactly("facebook");
        assertThat(info().text("/loginProvider")).isEqualTo("facebook");
    }

    @ParameterizedTest
    @CsvSource({
        "email, ada@EXAMPLE.com, true",
        "email, new@example.com, true",
        "email, winter, false",
        "email, shown@example.com, false",
        "username, Winter, true",
        "username, ada@example.com, false",
        "UID, _guid_A-_+=, true",
        "UID, _guid_a-_+=, false",
        "phone, +15550100, false"
    })
    void findGoesFromAnIdentifierToTheUid(String schema, String id, boolean found) throws IOException {
        Answer answer = find("gigya.com/identifiers/" + schema, id);

        assertThat(answer.error()).isEqualTo(found ? "200 0" : "200 404003");
        assertThat(answer.text("/UID")).isEqualTo(found ? ada.uid() : "");
    }

    @Test
    void findMayBeMissingFromTheContract() throws IOException {
        assertThat(find("gigya.com/identifiers/shoe", "x").error()).isEqualTo("200 400006");
        assertThat(find("gigya.com/identifiers/email", "").error()).isEqualTo("200 400002");
        assertThat(client.call("accounts.identifiers.find", "id", "winter").error())
                .isEqualTo("200 400002");
        site.identifiersFind(false);
        assertThat(find("gigya.com/identifiers/username", "winter").error()).isEqualTo("200 400096");
        site.identifiersFind(true);
        assertThat(find("gigya.com/identifiers/username", "winter").error()).isEqualTo("200 0");
    }

    private Answer find(String schema, String id) throws IOException {
        return client.call("accounts.identifiers.find", "identifierSchema", schema, "id", id);
    }

    private Answer info(String... more) throws IOException {
        Map<String, String> form = GigyaClient.pairs(more);
        form.put("UID", ada.uid());
        return client.call("accounts.getAccountInfo", form);
    }

    private JsonNode password() throws IOException {
        return info("include", "password").json().path("password");
    }

    private static String hash(String salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(
                    Marked.PASSWORD.toCharArray(), Base64.getDecoder().decode(salt), 3000, 128);
            return Base64.getEncoder()
                    .encodeToString(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
                            .generateSecret(spec)
                            .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
