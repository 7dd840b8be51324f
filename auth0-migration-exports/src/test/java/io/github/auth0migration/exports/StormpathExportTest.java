package io.github.auth0migration.exports;

import static io.github.auth0migration.exports.StormpathFolder.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.CheckReport.Level;
import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.spi.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StormpathExportTest {

    private static final String ADA = "ada@example.com";
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path temp;

    private StormpathFolder folder;
    private @Nullable StormpathExport opened;

    @BeforeEach
    void setFolder() {
        folder = new StormpathFolder(temp.resolve("export"));
    }

    @AfterEach
    void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }

    private StormpathExport.Builder builder(Path path) {
        return StormpathExport.builder(path)
                .index(temp.resolve("index"))
                .guard(InMemoryAttemptGuard.standard())
                .userIdPrefix("stormpath");
    }

    private StormpathExport open() {
        return open(builder -> builder);
    }

    private StormpathExport open(UnaryOperator<StormpathExport.Builder> settings) {
        try {
            opened = settings.apply(builder(folder.path())).build();
            return opened;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> account, String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(account);
        changed.put(name, value);
        return changed;
    }

    private static LoginOutcome refused(Reason reason) {
        return new LoginOutcome.Refused(Refusal.unproved(reason));
    }

    static Stream<String> hashesOfThePassword() {
        return Stream.of(
                TestHashes.stormpath1(PASSWORD),
                TestHashes.stormpath2("MD5", 1, PASSWORD),
                TestHashes.stormpath2("SHA-1", 1, PASSWORD),
                TestHashes.stormpath2("SHA-256", 1, PASSWORD),
                TestHashes.stormpath2("SHA-384", 1, PASSWORD),
                TestHashes.stormpath2("SHA-512", 1, PASSWORD),
                TestHashes.stormpath2("SHA-512", 5_000, PASSWORD));
    }

    @ParameterizedTest
    @MethodSource("hashesOfThePassword")
    void theOldPasswordSignsInWhateverItsHash(String mcf) {
        StormpathExport export = open(folder.add(account("acc1", ADA, mcf)));

        LoginOutcome in = export.login(ADA, PASSWORD);
        assertThat(in).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.login(ADA, PASSWORD + "!"))
                .isEqualTo(new LoginOutcome.Rejected(Cause.WRONG_PASSWORD, "stormpath|acc1"));
        assertThat(export.login("bob@example.com", PASSWORD)).isEqualTo(LoginOutcome.Rejected.of(Cause.UNKNOWN_USER));
    }

    private StormpathExport open(StormpathFolder written) {
        assertThat(written).isSameAs(folder);
        return open();
    }

    @Test
    void theUserIsTheOneThatTheLivePlatformGave() {
        StormpathExport export = open(folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD))));

        MigratedUser user = ((LookupOutcome.Found) export.getUser(ADA)).user();

        assertThat(user.userId()).isEqualTo("stormpath|acc1");
        assertThat(user.toAuth0Profile())
                .isEqualTo(Map.of(
                        "user_id", "stormpath|acc1",
                        "email", ADA,
                        "email_verified", true,
                        "name", "Ada Muster",
                        "given_name", "Ada",
                        "family_name", "Muster",
                        "user_metadata", Map.of("custom_data", Map.of("shoeSize", 42))));
        assertThat(user.source().platform()).isEqualTo("stormpath");
        assertThat(export.getUser(LookupRequest.byUserId("stormpath|acc1"))).isEqualTo(new LookupOutcome.Found(user));
        assertThat(((LoginOutcome.Authenticated) export.login(ADA, PASSWORD)).user())
                .isEqualTo(user);
    }

    @Test
    void theHostsMapperSeesNoHash() {
        folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)));
        List<String> seen = new ArrayList<>();
        StormpathExport export = open(builder -> builder.profileMapper((raw, user) -> {
            seen.add(raw.toString());
            return user;
        }));

        export.getUser(ADA);

        assertThat(seen).isNotEmpty().noneMatch(raw -> raw.contains("stormpath1") || raw.contains("password="));
    }

    @Test
    void theHostsMapperIsNotAskedForAnIndex() throws IOException {
        folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)));
        open(builder -> builder.profileMapper((raw, user) -> {
                    throw new IllegalStateException("not yet");
                }))
                .close();

        assertThat(open().getUser(ADA)).isInstanceOf(LookupOutcome.Found.class);
    }

    @ParameterizedTest
    @CsvSource({"DISABLED, DISABLED", "UNVERIFIED, NOT_ACTIVATED", "SOMETHING_NEW, POLICY_DENIED"})
    void whoMayNotComeInIsToldSoOnlyAfterTheRightPassword(String status, Reason reason) {
        StormpathExport export =
                open(folder.add(with(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)), "status", status)));

        assertThat(export.login(ADA, PASSWORD)).isEqualTo(new LoginOutcome.Refused(Refusal.proved(reason)));
        assertThat(export.login(ADA, "wrong")).isInstanceOf(LoginOutcome.Rejected.class);
        assertThat(export.getUser(ADA)).isEqualTo(LookupOutcome.Refused.of(reason));
    }

    @Test
    void whoHasNoHashMustResetAndIsFoundForThat() {
        StormpathExport export = open(folder.add(account("acc1", ADA, null))
                .add(account("acc2", "bob@example.com", "$stormpath3$what$is$this"))
                .add(account("acc3", "eve@example.com", "$stormpath1$cut")));

        assertThat(export.login(ADA, PASSWORD)).isEqualTo(refused(Reason.NO_PASSWORD));
        assertThat(export.login("bob@example.com", PASSWORD)).isEqualTo(refused(Reason.PASSWORD_RESET_REQUIRED));
        assertThat(export.login("eve@example.com", PASSWORD)).isEqualTo(refused(Reason.PASSWORD_RESET_REQUIRED));
        assertThat(export.getUser(ADA)).isInstanceOf(LookupOutcome.Found.class);
        assertThat(export.report().refusedHashes())
                .isEqualTo(Map.of("NO_PASSWORD", 1L, "UNKNOWN_FORMAT", 1L, "MALFORMED", 1L));
    }

    @Test
    void oneAddressInTwoDirectoriesIsNobodysUnlessADirectoryIsNamed() throws Exception {
        folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)))
                .add(with(account("acc2", ADA, TestHashes.stormpath1("other")), "directory", Map.of("id", "dir2")));

        assertThat(open().login(ADA, PASSWORD)).isEqualTo(refused(Reason.AMBIGUOUS));
        close();
        StormpathExport second = open(builder -> builder.directories(Set.of("dir2")));
        assertThat(second.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Rejected.class);
        assertThat(second.login(ADA, "other")).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(second.report().skippedRows()).isEqualTo(1);
        assertThat(second.getUser(LookupRequest.byUserId("stormpath|acc1"))).isInstanceOf(LookupOutcome.NotFound.class);
    }

    @Test
    void aUsernameShapedLikeAnAddressIsNobodysToSignInBy() {
        StormpathExport export = open(
                folder.add(with(account("acc1", "mallory@example.com", TestHashes.stormpath1("mine")), "username", ADA))
                        .add(account("acc2", ADA, TestHashes.stormpath1(PASSWORD))));

        assertThat(export.login(ADA, "mine")).isInstanceOf(LoginOutcome.Rejected.class);
        assertThat(((LoginOutcome.Authenticated) export.login(ADA, PASSWORD))
                        .user()
                        .userId())
                .isEqualTo("stormpath|acc2");
    }

    @Test
    void aUsernameSignsIn() {
        StormpathExport export =
                open(folder.add(with(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)), "username", "Ada.L")));

        assertThat(((LoginOutcome.Authenticated) export.login("ada.l", PASSWORD))
                        .user()
                        .username())
                .contains("Ada.L");
        assertThat(export.getUser("ADA.L")).isInstanceOf(LookupOutcome.Found.class);
    }

    @Test
    void theGuardStandsBeforeTheHashes() {
        folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)));
        StormpathExport export = open(builder -> builder.guard(InMemoryAttemptGuard.standard()));
        for (int i = 0; i < 5; i++) {
            assertThat(export.login(ADA, "guess" + i)).isInstanceOf(LoginOutcome.Rejected.class);
        }

        LoginOutcome sixth = export.login(ADA, PASSWORD);
        assertThat(sixth).isInstanceOf(LoginOutcome.Refused.class);
        assertThat(((LoginOutcome.Refused) sixth).refusal().reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
    }

    @Test
    void guessesByUsernameAndByAddressAreCountedTogether() {
        StormpathExport export =
                open(folder.add(with(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)), "username", "ada")));
        for (int i = 0; i < 3; i++) {
            export.login(ADA, "guess" + i);
            export.login("ada", "guess" + i);
        }

        assertThat(((LoginOutcome.Refused) export.login("ada", PASSWORD))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.TOO_MANY_ATTEMPTS);
    }

    @Test
    void aBrokenFileIsReportedCountedAndTheRestIsRead() {
        StormpathExport export = open(folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)))
                .add(with(account("acc2", "bob@example.com", "s3cret-hash"), "email", 17))
                .write("acc3.json", "{\"id\": \"acc3\", \"email\": \"eve@example.com\""));

        assertThat(export.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(export.report().brokenRows()).isEqualTo(2);
        assertThat(export.brokenRows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.toString())
                        .contains(".json, line ")
                        .doesNotContain("s3cret")
                        .doesNotContain("example.com"));
        assertThat(export.getUser(LookupRequest.byUserId("stormpath|acc2")))
                .isInstanceOf(LookupOutcome.Unavailable.class);
        assertThat(export.getUser("eve@example.com"))
                .as("who is not found may be the one who could not be read")
                .isEqualTo(new LookupOutcome.NotFound(LookupOutcome.Evidence.INDEX));
        assertThat(export.login("eve@example.com", PASSWORD)).isEqualTo(LoginOutcome.Rejected.of(Cause.UNSPECIFIED));
        assertThat(export.check().findings()).anySatisfy(finding -> {
            assertThat(finding.level()).isEqualTo(Level.WARNING);
            assertThat(finding.sentence()).contains("acc3.json, line 1");
        });
    }

    @Test
    void theListingHoldsEverybodyWithHashesAndTheBrokenRows() {
        String mcf = TestHashes.stormpath1(PASSWORD);
        StormpathExport export = open(folder.add(account("acc1", ADA, mcf))
                .add(with(account("acc2", "bob@example.com", mcf), "status", "DISABLED"))
                .add(with(account("acc3", "eve@example.com", mcf), "email", 17))
                .write("acc4.json", "no json"));

        List<String> listed;
        try (Stream<SourceUser> users = export.users()) {
            listed = users.map(entry -> entry.id()
                            + entry.fold(
                                    migratable -> " migratable "
                                            + hashOf(migratable.password()).equals(mcf),
                                    refused -> " " + refused.reason() + " "
                                            + hashOf(refused.password()).equals(mcf),
                                    unreadable -> " unreadable"))
                    .map(line -> line.replaceAll(" \\([0-9a-f]{32}\\)", ""))
                    .toList();
        }
        assertThat(listed)
                .containsExactlyInAnyOrder(
                        "acc1 migratable true",
                        "acc2 DISABLED true",
                        "acc3 unreadable",
                        "accounts/acc4.json, line 1 unreadable");
    }

    private static Object hashOf(ExportedPassword password) {
        return String.valueOf(password.asMap().get("password"));
    }

    @Test
    void twoFilesOfOneAccountAreNobodys() {
        StormpathExport export = open(folder.add(account("acc1", ADA, TestHashes.stormpath1("new")))
                .write("dir1/acc1.json", Json.write(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)))));

        assertThat(export.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Unavailable.class);
        assertThat(export.login(ADA, "new")).isInstanceOf(LoginOutcome.Unavailable.class);
        assertThat(export.report().brokenRows()).isEqualTo(1);
    }

    @Test
    void whoIsInAFolderThatIsNotReadIsNotCalledUnknownForCertain() {
        StormpathExport export = open(folder.add(account("acc1", ADA, null))
                .write("tenant/dir1/acc2.json", Json.write(account("acc2", "bob@example.com", null))));

        assertThat(export.getUser("bob@example.com"))
                .isEqualTo(new LookupOutcome.NotFound(LookupOutcome.Evidence.INDEX));
        assertThat(export.brokenRows())
                .singleElement()
                .satisfies(row -> assertThat(row.file()).isEqualTo("accounts/tenant/dir1"));
    }

    @Test
    void aFileThatBecameSomebodyElsesIsNotBelieved() throws IOException {
        String mcf = TestHashes.stormpath1(PASSWORD);
        StormpathExport export = open(folder.add(account("aaa", ADA, mcf)));
        Path file = folder.path().resolve("accounts/aaa.json");
        FileTime before = Files.getLastModifiedTime(file);
        Files.writeString(file, Json.write(account("zzz", ADA, mcf)));
        Files.setLastModifiedTime(file, before);

        assertThat(export.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Unavailable.class);
        assertThat(export.getUser(LookupRequest.byUserId("stormpath|aaa")))
                .isInstanceOf(LookupOutcome.Unavailable.class);
    }

    @Test
    void aClosedExportLetsNobodyIn() throws IOException {
        StormpathExport export = open(folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD))));
        export.login(ADA, PASSWORD);
        export.close();

        assertThat(export.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Unavailable.class);
        opened = null;
    }

    @Test
    void aZipFileGivesTheSame() throws Exception {
        folder.add(account("acc1", ADA, TestHashes.stormpath2("SHA-384", 1, PASSWORD)));
        opened = builder(folder.zipped()).build();

        assertThat(opened.login(ADA, PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void changedFilesAreIndexedAnewAtTheNextStart() throws Exception {
        open(folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)))).close();
        StormpathExport export = open(folder.add(account("acc2", "bob@example.com", TestHashes.stormpath1("other"))));

        assertThat(export.login("bob@example.com", "other")).isInstanceOf(LoginOutcome.Authenticated.class);
    }

    @Test
    void settingsThatAreMissingOrWrongAreNamed() {
        folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)));
        StormpathExport.Builder bare = StormpathExport.builder(folder.path());

        assertThatIllegalArgumentException().isThrownBy(bare::build).withMessageStartingWith("index is missing");
        bare.index(temp.resolve("index"));
        assertThatIllegalArgumentException().isThrownBy(bare::build).withMessageStartingWith("guard is missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(folder.path())
                        .index(folder.path().resolve("index"))
                        .build())
                .withMessageStartingWith("index must not lie within");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(folder.path()).maxHashesAtOnce(0).build())
                .withMessageStartingWith("maxHashesAtOnce must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder(folder.path()).directories(Set.of("a/b")).build())
                .withMessageStartingWith("directories must be ids");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(folder.path()).userIdPrefix("a b").build())
                .withMessageStartingWith("userIdPrefix must be");
    }

    @Test
    void aPathThatIsNoExportIsExplained() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> builder(temp.resolve("nothing")).build())
                .withMessageContaining("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "after:zz", "broken:", "17", "after:" + "0"})
    void onlyItsOwnCursorsAreTaken(String cursor) {
        StormpathExport export = open(folder.add(account("acc1", ADA, null)));
        if (cursor.isEmpty()) {
            assertThat(export.users()).hasSize(1);
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> export.users(new ListingCursor(cursor)))
                    .withMessageContaining("cursor of this source");
        }
    }

    @Test
    void checkTellsWhatIsInIt() {
        StormpathExport export = open(folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)))
                .add(account("acc2", "bob@example.com", null)));

        assertThat(export.check().passed()).isTrue();
        assertThat(export.check().findings().toString())
                .contains("2 accounts in 2 rows", "{stormpath1=1}", "{NO_PASSWORD=1}");
    }

    @Test
    void anExportWithoutAnybodyIsAProblem() {
        assertThat(open(folder.write("acc1.json", "{}")).check().passed()).isFalse();
    }

    @Test
    void itIsAnExportToFirstOwner() {
        StormpathExport export = open(folder.add(account("acc1", ADA, null)));

        assertThat(export.description()).hasToString("stormpath-export (stormpath, EXPORT)");
        assertThat(export.name()).isEqualTo("stormpath-export");
    }

    @Test
    void aGuardThatThrowsLetsNobodyIn() {
        folder.add(account("acc1", ADA, TestHashes.stormpath1(PASSWORD)));
        AttemptGuard throwing = new AttemptGuard() {
            @Override
            public Optional<Duration> admit(Attempt attempt) {
                throw new IllegalStateException("store down");
            }

            @Override
            public void failed(Attempt attempt, @Nullable String userId) {}

            @Override
            public void takeBack(Attempt attempt) {}
        };

        assertThat(open(builder -> builder.guard(throwing)).login(ADA, PASSWORD))
                .isInstanceOf(LoginOutcome.Unavailable.class);
    }
}
