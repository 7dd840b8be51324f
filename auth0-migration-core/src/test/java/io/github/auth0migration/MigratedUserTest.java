package io.github.auth0migration;

import static io.github.auth0migration.People.ada;
import static io.github.auth0migration.People.profileOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0migration.testsupport.SecretScan;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigratedUserTest {

    private static Caveat dropped(String field) {
        return new Caveat(Caveat.Kind.FIELD_DROPPED, field);
    }

    private static Caveat shortened(String field) {
        return new Caveat(Caveat.Kind.FIELD_SHORTENED, field);
    }

    @Test
    void userIdHasAtMost255Characters() {
        assertThat(ada("u".repeat(255)).userId()).hasSize(255);
        assertFatal("u".repeat(256), "ada@example.com", "userId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\u00a0b", "a\u2003b", "a\u0000b", "a\ud800b", "auth0|1"})
    void wrongUserIdIsFatal(String userId) {
        assertFatal(userId, "ada@example.com", "userId");
    }

    @Test
    void emailHasAtMost254Characters64OfThemLocal() {
        String domain = "@" + "d".repeat(254 - 65);
        assertThat(profileOf("u").email("l".repeat(64) + domain, true).build().email())
                .hasValueSatisfying(email -> assertThat(email).hasSize(254));
        assertFatal("u", "l".repeat(64) + domain + "d", "email");
        assertFatal("u", "l".repeat(65) + "@example.com", "email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "@example.com", "ada@", "a@b@c", "ada @example.com", "ada@exam\nple.com"})
    void wrongEmailIsFatal(String email) {
        assertFatal("u", email, "email");
    }

    private static void assertFatal(String userId, String email, String field) {
        assertThatExceptionOfType(InvalidUserException.class)
                .isThrownBy(() -> profileOf(userId).email(email, true).build())
                .withMessageContaining(field)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("example", "lll", "uuu"));
    }

    @Test
    void emailOrUsernameIsNeeded() {
        assertThat(profileOf("u").username("ada").build().email()).isEmpty();
        assertThatExceptionOfType(InvalidUserException.class)
                .isThrownBy(() -> profileOf("u").build());
        assertThatExceptionOfType(InvalidUserException.class)
                .isThrownBy(() -> profileOf("u").username("ada lovelace").build());
    }

    @Test
    void emailWithoutVerificationCannotBeVerified() {
        MigratedUser user = profileOf("u").email(null, true).username("ada").build();

        assertThat(user.emailVerified()).isFalse();
        assertThat(user.toAuth0Profile()).containsOnlyKeys("user_id", "username");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "a^$.!`-#+'~_", "@ada", "ada@", "0"})
    void usernameOfAuth0sCharactersIsKept(String username) {
        assertThat(ada(u -> u.username(username)).username()).contains(username);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada lovelace", "ädä", "a/b", "ada@example.com", "a@b"})
    void otherUsernamesAreDropped(String username) {
        MigratedUser user = ada(u -> u.username(username));

        assertThat(user.username()).isEmpty();
        assertThat(user.caveats()).containsExactly(dropped("username"));
    }

    @Test
    void usernameHasAtMost128Characters() {
        assertThat(ada(u -> u.username("u".repeat(128))).username()).isPresent();
        assertThat(ada(u -> u.username("u".repeat(129))).username()).isEmpty();
    }

    @Test
    void namesHaveAtMost150Characters() {
        MigratedUser full =
                ada(u -> u.name("n".repeat(150)).givenName("g".repeat(150)).familyName("f".repeat(150)));
        assertThat(full.caveats()).isEmpty();

        MigratedUser cut =
                ada(u -> u.name("n".repeat(151)).givenName("g".repeat(151)).familyName("f".repeat(151)));
        assertThat(cut.name()).contains("n".repeat(150));
        assertThat(cut.givenName()).contains("g".repeat(150));
        assertThat(cut.familyName()).contains("f".repeat(150));
        assertThat(cut.caveats())
                .containsExactlyInAnyOrder(shortened("name"), shortened("given_name"), shortened("family_name"));
    }

    @Test
    void namesAreCutBetweenCharacters() {
        String key = "\ud83d\udd11";

        assertThat(ada(u -> u.name("n".repeat(149) + key)).name()).contains("n".repeat(149));
        assertThat(ada(u -> u.name("n".repeat(148) + key + "n")).name()).contains("n".repeat(148) + key);
        assertThat(ada(u -> u.name("n\ud83d")).name()).contains("n");
    }

    @Test
    void nicknameHasAtMost300Characters() {
        assertThat(ada(u -> u.nickname("n".repeat(300))).caveats()).isEmpty();
        assertThat(ada(u -> u.nickname("n".repeat(301))).nickname()).contains("n".repeat(300));
        assertThat(ada(u -> u.nickname("n".repeat(301))).caveats()).containsExactly(shortened("nickname"));
    }

    @Test
    void blankCountsAsAbsentAndControlCharactersGo() {
        MigratedUser user = ada(u -> u.name(" \t ").nickname(" A\u0000d\na "));

        assertThat(user.name()).isEmpty();
        assertThat(user.nickname()).contains("Ada");
        assertThat(user.caveats()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://cdn.example.com/ada.png, true",
        "http://cdn.example.com/ada.png, true",
        "javascript:alert(1), false",
        "data:image/png;base64;AAAA, false",
        "https:///ada.png, false",
        "/ada.png, false",
        "https://cdn.example.com/ädä.png, false",
        "https://cdn.example.com/a da.png, false"
    })
    void pictureIsAWebAddress(String picture, boolean kept) {
        MigratedUser user = ada(u -> u.picture(picture));

        assertThat(user.picture().isPresent()).isEqualTo(kept);
        assertThat(user.caveats()).isEqualTo(kept ? Set.of() : Set.of(dropped("picture")));
    }

    @Test
    void pictureTooLongIsDroppedNotCut() {
        String address = "https://cdn.example.com/";
        assertThat(ada(u -> u.picture(address + "p".repeat(2048 - address.length())))
                        .picture())
                .isPresent();
        assertThat(ada(u -> u.picture(address + "p".repeat(2049 - address.length())))
                        .caveats())
                .containsExactly(dropped("picture"));
    }

    @ParameterizedTest
    @CsvSource({
        "+1, true",
        "+123456789012345, true",
        "+1234567890123456, false",
        "0151 2345, false",
        "+, false",
        "+49 151, false",
        "+٤٩, false"
    })
    void phoneIsPlusAndDigits(String phone, boolean kept) {
        MigratedUser user = ada(u -> u.phoneNumber(phone, true));

        assertThat(user.phoneNumber().isPresent()).isEqualTo(kept);
        assertThat(user.phoneVerified()).isEqualTo(kept);
        assertThat(user.caveats()).isEqualTo(kept ? Set.of() : Set.of(dropped("phone_number")));
    }

    @Test
    void moreThanTenFactorsAreCut() {
        List<MfaFactor> eleven = Collections.nCopies(11, MfaFactor.phone("+491511234567"));

        assertThat(ada(u -> u.mfaFactors(eleven.subList(0, 10))).caveats()).isEmpty();
        assertThat(ada(u -> u.mfaFactors(eleven)).mfaFactors()).hasSize(10);
        assertThat(ada(u -> u.mfaFactors(eleven)).caveats()).containsExactly(shortened("mfa_factors"));
    }

    @Test
    void minimalProfileHasNothingThatIsAbsent() {
        assertThat(ada(u -> {}).toAuth0Profile())
                .containsExactly(
                        Map.entry("user_id", "okta|00u1"),
                        Map.entry("email", "ada@example.com"),
                        Map.entry("email_verified", true));
    }

    static MigratedUser full() {
        return ada(u -> u.username("ada")
                .name("Ada Winter")
                .givenName("Ada")
                .familyName("Winter")
                .nickname("Countess")
                .picture("https://cdn.example.com/ada.png")
                .phoneNumber("+441234", true)
                .blocked(true)
                .userMetadata(Map.of("lang", "en"))
                .appMetadata(Map.of("plan", "gold"))
                .mfaFactors(List.of(MfaFactor.totp("GEZDGNBV"))));
    }

    @Test
    void fullProfileHasAuth0sFields() {
        assertThat(full().toAuth0Profile())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("user_id", "okta|00u1"),
                        Map.entry("email", "ada@example.com"),
                        Map.entry("email_verified", true),
                        Map.entry("username", "ada"),
                        Map.entry("name", "Ada Winter"),
                        Map.entry("given_name", "Ada"),
                        Map.entry("family_name", "Winter"),
                        Map.entry("nickname", "Countess"),
                        Map.entry("picture", "https://cdn.example.com/ada.png"),
                        Map.entry("user_metadata", Map.of("lang", "en")),
                        Map.entry("app_metadata", Map.of("plan", "gold")),
                        Map.entry("mfa_factors", List.of(Map.of("totp", Map.of("secret", "GEZDGNBV"))))));
    }

    @Test
    void loginProfileIsStamped() {
        Caveat caveat = Caveat.of(Caveat.Kind.PASSWORD_EXPIRED);
        Map<String, Object> stamped = new LoginOutcome.Authenticated(full(), Set.of(caveat))
                .toAuth0Profile(Instant.parse("2026-11-20T10:00:00Z"));

        assertThat(stamped.remove("app_metadata"))
                .isEqualTo(Map.of(
                        "plan",
                        "gold",
                        "migration",
                        Map.of(
                                "source", "okta",
                                "source_id", "00u1",
                                "migrated_at", "2026-11-20T10:00:00Z",
                                "caveats", List.of("password_expired"))));
        Map<String, Object> unstamped = full().toAuth0Profile();
        unstamped.remove("app_metadata");
        assertThat(stamped).isEqualTo(unstamped);
    }

    @Test
    void stampOfAMinimalProfileHasNoCaveats() {
        assertThat(LoginOutcome.Authenticated.of(ada(u -> {}))
                        .toAuth0Profile(Instant.parse("2026-11-20T10:00:00.123456789Z"))
                        .get("app_metadata"))
                .isEqualTo(Map.of(
                        "migration",
                        Map.of(
                                "source", "okta",
                                "source_id", "00u1",
                                "migrated_at", "2026-11-20T10:00:00.123456789Z")));
    }

    @Test
    void copiesAreEqual() {
        assertThat(full()).isEqualTo(full()).hasSameHashCodeAs(full());
        assertThat(full().toBuilder().build()).isEqualTo(full());
        assertThat(full().toBuilder().nickname(null).build()).isNotEqualTo(full());
        assertThat(full().toBuilder().blocked(false).build()).isNotEqualTo(full());
        assertThat(full().toBuilder().phoneNumber(null, false).build()).isNotEqualTo(full());
        assertThat(full().toBuilder().mfaFactors(List.of()).build()).isNotEqualTo(full());
        assertThat(full()).isNotEqualTo(ada("okta|00u1"));
    }

    @Test
    void caveatsSurviveACopy() {
        MigratedUser user = ada(u -> u.picture("none").caveat(Caveat.of(Caveat.Kind.EMAIL_FROM_LOGIN)));

        assertThat(user.toBuilder().build().caveats())
                .containsExactlyInAnyOrder(Caveat.of(Caveat.Kind.EMAIL_FROM_LOGIN), dropped("picture"));
    }

    @Test
    void textTellsUserIdAndPlatformOnly() {
        assertThat(SecretScan.clean(full())).hasToString("MigratedUser[okta|00u1 from okta]");
    }
}
