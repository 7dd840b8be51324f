package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.exports.GigyaExport;
import io.github.auth0migration.password.GigyaHashSettings;
import io.github.auth0migration.password.GigyaHashSettings.Pbkdf2Digest;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the dataflow for the library selects is what {@code GigyaExport} needs, and agrees with what Auth0 is given. */
class IdentitySyncExportTest {

    /** The forms that IdentitySync's files may have: which one is nowhere said. */
    private enum Form {
        ARRAY {
            @Override
            String write(List<String> rows) {
                return "[" + String.join(",", rows) + "]";
            }
        },
        WRAPPED {
            @Override
            String write(List<String> rows) {
                return "{\"accounts\":[" + String.join(",", rows) + "]}";
            }
        },
        LINES {
            @Override
            String write(List<String> rows) {
                return String.join("\n", rows) + "\n";
            }
        };

        abstract String write(List<String> rows);
    }

    @TempDir
    private Path folder;

    /** The fields of the reader's select, and the password of the look-up. */
    private static Map<String, Object> row(Map<String, Object> account) {
        Map<String, Object> row = new LinkedHashMap<>();
        String select = Dataflow.export()
                .step("datasource.read.gigya.account")
                .path("params")
                .path("select")
                .asText();
        for (String name : select.split(",", -1)) {
            if (account.containsKey(name)) {
                row.put(name, account.get(name));
            }
        }
        String renamed =
                Dataflow.export().step("field.rename").findValue("targetField").asText();
        row.put(renamed, account.get("password"));
        return row;
    }

    private GigyaExport export(Form form, Stream<Map<String, Object>> accounts) throws IOException {
        List<String> rows =
                accounts.map(IdentitySyncExportTest::row).map(this::json).toList();
        Path files = Files.createDirectories(folder.resolve("accounts"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(files.resolve("accounts-1.json.gz")))) {
            out.write(form.write(rows).getBytes(StandardCharsets.UTF_8));
        }
        return GigyaExport.builder(files)
                .index(folder.resolve("index"))
                .guard(InMemoryAttemptGuard.standard())
                .hashSettings(GigyaHashSettings.none().withPbkdf2Digest(Pbkdf2Digest.SHA1))
                .userIdPrefix("gigya")
                .build();
    }

    private String json(Map<String, Object> row) {
        try {
            return Dataflow.JSON.writeValueAsString(row);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void peopleWithEveryConvertibleHashSignInFromItsRows(Form form) throws IOException {
        try (GigyaExport export = export(form, GigyaAccounts.convertible().map(GigyaAccounts::account))) {
            assertThat(export.report().brokenRows()).isZero();
            for (Map<String, Object> account :
                    GigyaAccounts.convertible().map(GigyaAccounts::account).toList()) {
                String email = account.get("UID") + "@example.com";
                assertThat(export.login(email, GigyaAccounts.PASSWORD))
                        .isInstanceOfSatisfying(
                                LoginOutcome.Authenticated.class,
                                in -> assertThat(in.user().emailVerified()).isTrue());
                assertThat(export.login(email, Marked.WRONG_PASSWORD)).isInstanceOf(LoginOutcome.Rejected.class);
            }
        }
    }

    @Test
    void whoIsDisabledOrLockedIsSeenInItsRows() throws IOException {
        Map<String, Object> password =
                GigyaAccounts.convertible().skip(1).findFirst().orElseThrow().object();
        Map<String, Object> disabled = GigyaAccounts.account("disabled", password);
        disabled.put("isActive", false);
        Map<String, Object> locked = GigyaAccounts.account("locked", password);
        locked.put("lockedUntil", "9999-01-01T00:00:00Z");
        Map<String, Object> social = GigyaAccounts.account("social", password);
        social.put("identities", List.of(Map.of("provider", "facebook")));

        try (GigyaExport export = export(Form.ARRAY, Stream.of(disabled, locked, social))) {
            for (String who : List.of("disabled", "locked", "social")) {
                assertThat(export.login(who + "@example.com", GigyaAccounts.PASSWORD))
                        .as(who)
                        .isInstanceOf(LoginOutcome.Refused.class);
            }
        }
    }

    @Test
    void auth0IsGivenThePeopleThatTheLibraryWouldGive() throws IOException {
        List<Map<String, Object>> accounts =
                GigyaAccounts.convertible().map(GigyaAccounts::account).toList();
        Set<Map<String, Object>> given =
                Auth0ImportScript.asItStands(folder).withPbkdf2Digest("sha1").run(accounts).users().stream()
                        .map(IdentitySyncExportTest::withoutHash)
                        .collect(Collectors.toSet());

        try (GigyaExport export = export(Form.LINES, accounts.stream());
                Stream<SourceUser> users = export.users()) {
            assertThat(users.map(user -> user.<Map<String, Object>>fold(
                                    migratable -> profile(migratable.user()),
                                    refused -> Map.of("refused", refused.reason()),
                                    unreadable -> Map.of("unreadable", unreadable.failure())))
                            .collect(Collectors.toSet()))
                    .isEqualTo(given);
        }
    }

    private static Map<String, Object> profile(MigratedUser user) {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("user_id", user.userId());
        profile.put("email", user.email().orElseThrow());
        profile.put("email_verified", user.emailVerified());
        profile.put("username", user.username().orElseThrow());
        profile.put("given_name", user.givenName().orElseThrow());
        profile.put("family_name", user.familyName().orElseThrow());
        profile.put("name", user.name().orElseThrow());
        profile.put("picture", user.picture().orElseThrow().toString());
        profile.put("user_metadata", user.userMetadata());
        return profile;
    }

    private static Map<String, Object> withoutHash(Map<String, Object> user) {
        Map<String, Object> rest = new LinkedHashMap<>(user);
        rest.keySet().removeAll(Set.of("password_hash", "custom_password_hash"));
        return rest;
    }
}
