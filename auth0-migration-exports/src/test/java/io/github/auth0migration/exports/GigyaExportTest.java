package io.github.auth0migration.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.Failure;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.gigya.IncompleteRegistrationPolicy;
import io.github.auth0migration.password.GigyaHashSettings;
import io.github.auth0migration.password.GigyaHashSettings.Pbkdf2Digest;
import io.github.auth0migration.spi.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GigyaExportTest {

    private static final String ADA = "ada@example.com";
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path temp;

    private Path folder;
    private @Nullable GigyaExport opened;

    /** The forms in which a file may come. */
    enum Form {
        ARRAY {
            @Override
            String of(List<String> rows) {
                return rows.stream().collect(Collectors.joining(",\n", "[", "]"));
            }
        },
        WRAPPED {
            @Override
            String of(List<String> rows) {
                return "{\"accounts\": " + ARRAY.of(rows) + "}";
            }
        },
        LINES {
            @Override
            String of(List<String> rows) {
                return String.join("\n", rows);
            }
        },
        SEARCH_PAGE {
            @Override
            String of(List<String> rows) {
                return "{\"errorCode\": 0, \"objectsCount\": " + rows.size() + ", \"results\": " + ARRAY.of(rows) + "}";
            }
        };

        abstract String of(List<String> rows);
    }

    @BeforeEach
    void setFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("export"));
    }

    @AfterEach
    void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    private GigyaExport open() {
        return open(builder -> builder);
    }

    private GigyaExport open(UnaryOperator<GigyaExport.Builder> settings) {
        try {
            opened = settings.apply(GigyaExport.builder(folder)
                            .index(temp.resolve("index"))
                            .guard(InMemoryAttemptGuard.standard())
                            .userIdPrefix("gigya"))
                    .build();
            return opened;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void writeLines(String file, List<Map<String, @Nullable Object>> rows) {
        write(file, Form.LINES.of(rows.stream().map(Json::write).toList()));
    }

    private static Map<String, @Nullable Object> account(String uid, String email, Map<String, Object> password) {
        Map<String, @Nullable Object> account = new LinkedHashMap<>();
        account.put("UID", uid);
        account.put("isActive", true);
        account.put("isRegistered", true);
        account.put("isVerified", true);
        account.put("loginIDs", Map.of("emails", List.of(email), "unverifiedEmails", List.of()));
        account.put("emails", Map.of("verified", List.of(email), "unverified", List.of()));
        account.put("profile", Map.of("firstName", "Ada", "lastName", "Muster &amp; Co", "email", email));
        account.put("data", Map.of("shoeSize", 42));
        account.put("password", password);
        return account;
    }

    private static Map<String, @Nullable Object> ada() {
        return account("uid-1", ADA, TestHashes.gigyaSha1(PASSWORD));
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> account, String name, @Nullable Object value) {
        account.put(name, value);
        return account;
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormSignsIn(Form form) throws IOException {
        List<String> rows = List.of(
                Json.write(ada()), Json.write(account("uid-2", "bob@example.com", TestHashes.gigyaSha1("other"))));
        write("part1.json", form.of(rows));

        assertBothSignIn();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormSignsInOutOfGzip(Form form) throws IOException {
        List<String> rows = List.of(
                Json.write(ada()), Json.write(account("uid-2", "bob@example.com", TestHashes.gigyaSha1("other"))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(form.of(rows).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("part1.json.gz"), bytes.toByteArray());

        assertBothSignIn();
    }

    @Test
    void linesOfCsvSignIn() {
        String hash = (String) TestHashes.gigyaSha1(PASSWORD).get("hash");
        String other = (String) TestHashes.gigyaSha1("other").get("hash");
        write(
                "part1.csv",
                "UID,isActive,loginIDs.emails,emails.verified,profile.firstName,password.hash,"
                        + "password.hashSettings.algorithm\n"
                        + "uid-1,true," + ADA + "," + ADA + ",Ada," + hash + ",sha1\n"
                        + "uid-2,true,bob@example.com,,\"Bob\n\\\"B\\\"\"," + other + ",sha1\n");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> GigyaExport.builder(folder)
                        .index(temp.resolve("index"))
                        .guard(InMemoryAttemptGuard.standard())
                        .build())
                .withMessageContaining("csv(...)");
        assertBothSignIn(open(builder -> builder.csv(GigyaCsv.identitySync())));
    }

    /** What a person writes about themselves must never be taken for a row: the last one counts. */
    @Test
    void aRowWithinSomebodysOwnTextStaysText() {
        String stolen = Json.write(account("uid-1", ADA, TestHashes.gigyaSha1("mallory's")));
        Map<String, @Nullable Object> mallory =
                account("uid-2", "mallory@example.com", TestHashes.gigyaSha1("mallory's"));
        mallory.put("data", Map.of("bio", "\n" + stolen + "\n", "nested", ada()));
        write(
                "a.json",
                Form.ARRAY.of(List.of(Json.write(ada()), "{\"UID\": \"uid-9\", nonsense}", Json.write(mallory))));
        GigyaExport export = open();

        assertThat(export.login(ADA, "mallory's")).isNotInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.report().accounts()).isBetween(1L, 2L);
    }

    @Test
    void aBannedPersonStaysOutWhateverTheirNewestRowLooksLike() {
        Map<String, @Nullable Object> deep = ada();
        deep.put("isActive", false);
        deep.put("password", TestHashes.gigyaSha1("new"));
        String banned = Json.write(deep);
        write(
                "a.json",
                String.join(
                        "\n",
                        Json.write(ada()),
                        banned.substring(0, banned.length() - 1) + ",\"data\":" + "[".repeat(1_100) + "]".repeat(1_100)
                                + "}"));
        GigyaExport export = open();

        assertThat(export.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Unavailable.class);
        assertThat(export.brokenRows())
                .singleElement()
                .satisfies(row -> assertThat(row.line()).isEqualTo(2));
    }

    @Test
    void aCsvRowThatCannotBeReadIsStillTheNewestWord() {
        String hash = (String) TestHashes.gigyaSha1(PASSWORD).get("hash");
        write(
                "part1.csv",
                "UID,isActive,loginIDs.emails,emails.unverified,password.hash,password.hashSettings.algorithm\n"
                        + "uid-1,true," + ADA + ",," + hash + ",sha1\n"
                        + "uid-1,false," + ADA + ",\"no address\"," + hash + ",sha1\n");

        assertThat(open(builder -> builder.csv(GigyaCsv.identitySync())).login(ADA, PASSWORD))
                .isInstanceOf(LoginOutcome.Unavailable.class);
    }

    @Test
    void aTimeThatNobodyCanHoldCountsAsNone() {
        writeLines("a.json", List.of(with(ada(), "lastUpdated", "+1000000000-12-31T23:59:59Z")));

        assertThat(open().login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void everyBrokenRowIsListedAlsoOnOneLine() {
        write("a.json", "[{\"a\":tru},{\"a\":fals}," + Json.write(ada()) + "]");
        GigyaExport export = open();

        try (Stream<SourceUser> users = export.users()) {
            assertThat(users.map(SourceUser::id))
                    .containsExactlyInAnyOrder(
                            "uid-1", "a.json, line 1 (broken row 0)", "a.json, line 1 (broken row 1)");
        }
    }

    private void assertBothSignIn() {
        assertBothSignIn(open());
    }

    private static void assertBothSignIn(GigyaExport export) {
        assertThat(export.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.login("bob@example.com", "other")).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.login("bob@example.com", PASSWORD))
                .isEqualTo(new LoginOutcome.Rejected(Cause.WRONG_PASSWORD, "gigya|uid-2"));
    }

    @Test
    void theUserIsTheOneThatTheLivePlatformGave() {
        writeLines("a.json", List.of(ada()));
        GigyaExport export = open();

        MigratedUser user = ((LookupOutcome.Found) export.getUser(ADA)).user();

        assertThat(user.toAuth0Profile())
                .isEqualTo(Map.of(
                        "user_id", "gigya|uid-1",
                        "email", ADA,
                        "email_verified", true,
                        "name", "Ada Muster & Co",
                        "given_name", "Ada",
                        "family_name", "Muster & Co",
                        "user_metadata", Map.of("data", Map.of("shoeSize", 42))));
        assertThat(export.getUser(LookupRequest.byUserId("gigya|uid-1"))).isEqualTo(new LookupOutcome.Found(user));
        assertThat(((LoginOutcome.Authenticated) export.login(ADA, PASSWORD)).user())
                .isEqualTo(user);
    }

    @Test
    void theLastChangeCountsAcrossFiles() {
        writeLines("2026-01-01.json", List.of(with(ada(), "lastUpdated", "2026-01-01T00:00:00.000Z")));
        writeLines(
                "2026-01-02.json",
                List.of(with(
                        account("uid-1", "new@example.com", TestHashes.gigyaSha1("new")),
                        "lastUpdated",
                        "2026-01-02T00:00:00.000Z")));
        writeLines(
                "2026-01-03-late-upload.json",
                List.of(with(
                        account("uid-1", "old@example.com", TestHashes.gigyaSha1("old")),
                        "lastUpdated",
                        "2025-12-01T00:00:00.000Z")));
        GigyaExport export = open();

        assertThat(export.login("new@example.com", "new")).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.login(ADA, PASSWORD))
                .as("an address that was given up")
                .isEqualTo(unknown());
        assertThat(export.login("old@example.com", "old")).isEqualTo(unknown());
        assertThat(export.report().accounts()).isEqualTo(1);
        try (Stream<SourceUser> users = export.users()) {
            assertThat(users).singleElement().isInstanceOf(SourceUser.Migratable.class);
        }
    }

    private static LoginOutcome unknown() {
        return LoginOutcome.Rejected.of(Cause.UNKNOWN_USER);
    }

    @Test
    void algorithmsAreMixedWithinOneExport() {
        writeLines(
                "a.json",
                List.of(
                        ada(),
                        account(
                                "uid-2",
                                "bob@example.com",
                                TestHashes.gigyaPbkdf2("pbkdf2_sha256", "SHA256", 3_000, "b")),
                        account("uid-3", "eve@example.com", TestHashes.gigyaPbkdf2("pbkdf2", "SHA1", 3_000, "e"))));
        GigyaExport export =
                open(builder -> builder.hashSettings(GigyaHashSettings.none().withPbkdf2Digest(Pbkdf2Digest.SHA1)));

        assertThat(export.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.login("bob@example.com", "b")).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.login("eve@example.com", "e")).isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void aDigestThatNobodyToldIsOursToSetAndNoWrongPassword() {
        writeLines(
                "a.json",
                List.of(account("uid-3", "eve@example.com", TestHashes.gigyaPbkdf2("pbkdf2", "SHA1", 3_000, "e"))));
        GigyaExport export = open();

        LoginOutcome outcome = export.login("eve@example.com", "e");
        assertThat(((LoginOutcome.Unavailable) outcome).failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION);
        assertThat(export.check().passed()).isFalse();
    }

    @Test
    void settingTheDigestTakesEffectAtTheNextStart() throws IOException {
        writeLines(
                "a.json",
                List.of(account("uid-3", "eve@example.com", TestHashes.gigyaPbkdf2("pbkdf2", "SHA1", 3_000, "e"))));
        open().close();
        GigyaExport export =
                open(builder -> builder.hashSettings(GigyaHashSettings.none().withPbkdf2Digest(Pbkdf2Digest.SHA1)));

        assertThat(export.login("eve@example.com", "e")).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.report().verifiableHashes()).isEqualTo(Map.of("gigya pbkdf2", 1L));
    }

    @Test
    void onlyOwnedAddressesSignIn() {
        writeLines(
                "a.json",
                List.of(with(
                        ada(),
                        "emails",
                        Map.of("verified", List.of(ADA), "unverified", List.of("victim@example.com")))));
        GigyaExport export = open();

        assertThat(export.login("victim@example.com", PASSWORD)).isEqualTo(unknown());
        assertThat(export.getUser("victim@example.com"))
                .isEqualTo(new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT));
    }

    @Test
    void twoAccountsWithOneAddressAreAmbiguous() {
        writeLines("a.json", List.of(ada(), account("uid-2", ADA, TestHashes.gigyaSha1("other"))));
        GigyaExport export = open();

        assertThat(export.login(ADA, PASSWORD)).isEqualTo(new LoginOutcome.Refused(Refusal.unproved(Reason.AMBIGUOUS)));
        assertThat(export.getUser(ADA)).isEqualTo(LookupOutcome.Refused.of(Reason.AMBIGUOUS));
    }

    @Test
    void whoIsDisabledStaysOut() {
        writeLines("a.json", List.of(with(ada(), "isActive", false)));
        GigyaExport export = open();

        assertThat(export.login(ADA, PASSWORD)).isEqualTo(new LoginOutcome.Refused(Refusal.proved(Reason.DISABLED)));
        assertThat(export.login(ADA, "wrong")).isInstanceOf(LoginOutcome.Rejected.class);
    }

    @Test
    void aRowThatDoesNotTellWhetherItIsActiveIsBroken() {
        Map<String, @Nullable Object> row = ada();
        row.remove("isActive");
        writeLines("a.json", List.of(row));
        GigyaExport export = open();

        assertThat(export.brokenRows())
                .containsExactly(new BrokenRow("a.json", 1, "Gigya does not say whether the account is active."));
        assertThat(export.getUser(LookupRequest.byUserId("gigya|uid-1"))).isInstanceOf(LookupOutcome.Unavailable.class);
    }

    @Test
    void anUnfinishedRegistrationIsAPolicy() throws IOException {
        writeLines("a.json", List.of(with(ada(), "isRegistered", false)));
        GigyaExport lenient = open();
        assertThat(((LoginOutcome.Authenticated) lenient.login(ADA, PASSWORD)).caveats())
                .contains(Caveat.of(Caveat.Kind.REGISTRATION_INCOMPLETE));
        lenient.close();

        GigyaExport strict = open(builder -> builder.incompleteRegistration(IncompleteRegistrationPolicy.REFUSE));
        assertThat(strict.login(ADA, PASSWORD))
                .isEqualTo(new LoginOutcome.Refused(Refusal.proved(Reason.REGISTRATION_INCOMPLETE)));
    }

    @Test
    void liteAccountsAreSkippedAndCounted() {
        writeLines(
                "a.json", List.of(ada(), new LinkedHashMap<>(Map.of("profile", Map.of("email", "lite@example.com")))));
        GigyaExport export = open();

        assertThat(export.report().skippedRows()).isEqualTo(1);
        assertThat(export.report().brokenRows()).isZero();
    }

    @Test
    void aBrokenLineCostsItselfOnly() {
        write(
                "a.json",
                String.join(
                        "\n",
                        Json.write(ada()),
                        "{\"UID\": \"uid-9\", \"isActive\": tru",
                        Json.write(account("uid-2", "bob@example.com", TestHashes.gigyaSha1("other")))));

        assertThat(open()).satisfies(export -> {
            assertThat(export.login("bob@example.com", "other")).isInstanceOf(LoginOutcome.Authenticated.class);
            assertThat(export.brokenRows()).singleElement().satisfies(row -> {
                assertThat(row.file()).isEqualTo("a.json");
                assertThat(row.line()).isEqualTo(2);
            });
        });
    }

    @Test
    void progressIsToldWhileTheIndexIsBuiltAndNotWhenItIsThere() throws IOException {
        writeLines("a.json", List.of(ada()));
        List<Long> told = new ArrayList<>();
        open(builder -> builder.progress((rows, read, total) -> told.add(rows))).close();
        assertThat(told).containsExactly(1L);
        open(builder -> builder.progress((rows, read, total) -> told.add(rows)));
        assertThat(told).hasSize(1);
    }
}
