package io.github.auth0migration.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.gigya.GigyaCredentials;
import io.github.auth0migration.gigya.GigyaSource;
import io.github.auth0migration.simulators.gigya.GigyaPerson;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.stormpath.StormpathPerson;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.stormpath.StormpathSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform and its export make the same user of somebody, from every script. */
class SameUserTest {

    private static final String ADA = "ada@example.com";
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path temp;

    private static void assertSame(MigrationSource live, MigrationSource export) {
        MigratedUser user = ((LookupOutcome.Found) live.getUser(ADA)).user();

        assertThat(((LoginOutcome.Authenticated) live.login(ADA, PASSWORD)).user())
                .isEqualTo(user);
        assertThat(((LookupOutcome.Found) export.getUser(ADA)).user()).isEqualTo(user);
        assertThat(((LoginOutcome.Authenticated) export.login(ADA, PASSWORD)).user())
                .isEqualTo(user);
        assertThat(user.toAuth0Profile()).containsKeys("given_name", "family_name", "user_metadata");
    }

    @Test
    void stormpath() throws Exception {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        try (StormpathSimulator stormpath = StormpathSimulator.builder().start();
                StormpathSource live = StormpathSource.builder()
                        .baseUrl(URI.create(stormpath.baseUrl()))
                        .applicationId(stormpath.applicationId())
                        .apiKey(stormpath.apiKeyId(), stormpath::apiKeySecret)
                        .userIdPrefix("stormpath")
                        .profileMapper((members, user) -> {
                            raw.putAll(members);
                            return user;
                        })
                        .build()) {
            stormpath.mapDirectories(StormpathPerson.DEFAULT_DIRECTORY);
            stormpath.add(StormpathPerson.builder(ADA)
                    .username("ada")
                    .givenName("Ada")
                    .surname("Muster")
                    .emailVerificationStatus("VERIFIED")
                    .customData("shoeSize", 42)
                    .password(PASSWORD)
                    .build());
            MigratedUser user = ((LookupOutcome.Found) live.getUser(ADA)).user();
            raw.put("id", user.source().id());
            raw.put("password", TestHashes.stormpath1(PASSWORD));
            try (StormpathExport export = StormpathExport.builder(
                            new StormpathFolder(temp.resolve("export")).add(raw).path())
                    .index(temp.resolve("index"))
                    .guard(InMemoryAttemptGuard.standard())
                    .userIdPrefix("stormpath")
                    .build()) {
                assertSame(live, export);
            }
        }
    }

    @Test
    void gigya() throws Exception {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>();
        try (GigyaSimulator gigya = GigyaSimulator.start();
                GigyaSource live = GigyaSource.builder()
                        .apiKey(gigya.apiKey())
                        .baseUrl(gigya.url())
                        .credentials(GigyaCredentials.signed(gigya.userKey(), gigya::secret))
                        .userIdPrefix("gigya")
                        .profileMapper((members, user) -> {
                            raw.putAll(members);
                            return user;
                        })
                        .build()) {
            gigya.add(GigyaPerson.builder(ADA)
                    .username("ada")
                    .profile("firstName", "Ada")
                    .profile("lastName", "Muster &amp; Co")
                    .profile("city", "Musterstadt")
                    .data("shoeSize", 42)
                    .password(PASSWORD)
                    .build());
            assertThat(live.getUser(ADA)).isInstanceOf(LookupOutcome.Found.class);
            raw.put("password", TestHashes.gigyaSha1(PASSWORD));
            Path file = Files.writeString(temp.resolve("export.json"), Json.write(raw));
            try (GigyaExport export = GigyaExport.builder(file)
                    .index(temp.resolve("index"))
                    .guard(InMemoryAttemptGuard.standard())
                    .userIdPrefix("gigya")
                    .build()) {
                assertSame(live, export);
            }
        }
    }
}
