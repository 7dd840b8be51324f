package io.github.auth0migration.stormpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.stormpath.HrefStyle;
import io.github.auth0migration.simulators.stormpath.SizeMeaning;
import io.github.auth0migration.simulators.stormpath.StormpathDialect;
import io.github.auth0migration.simulators.stormpath.StormpathOperation;
import io.github.auth0migration.simulators.stormpath.StormpathPerson;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a server that remembers, in both dialects. */
class StormpathOverTimeTest {

    private static final String ADA = "ada@example.com";

    private static StormpathSimulator simulator(StormpathDialect dialect) {
        return StormpathSimulator.builder().dialect(dialect).start();
    }

    private static StormpathSource source(StormpathSimulator stormpath) {
        return source(stormpath, UnaryOperator.identity());
    }

    private static StormpathSource source(
            StormpathSimulator stormpath, UnaryOperator<StormpathSource.Builder> settings) {
        return settings.apply(StormpathSource.builder()
                        .baseUrl(URI.create(stormpath.baseUrl()))
                        .applicationId(stormpath.applicationId())
                        .apiKey(stormpath.apiKeyId(), stormpath::apiKeySecret))
                .build();
    }

    private static StormpathPerson.Builder person(String email) {
        return StormpathPerson.builder(email)
                .password(Marked.PASSWORD)
                .givenName("Ada")
                .surname("Winter")
                .customData("plan", "gold");
    }

    @ParameterizedTest
    @CsvSource({
        "STORMPATH, BASIC",
        "STORMPATH, SAUTHC1",
        "COMPATIBLE, BASIC",
        "COMPATIBLE, SAUTHC1",
    })
    void aGoodSetUpPassesTheCheckAndSignsIn(StormpathDialect dialect, StormpathAuthentication authentication) {
        try (StormpathSimulator stormpath = simulator(dialect);
                StormpathSource source = source(stormpath, b -> b.authentication(authentication))) {
            stormpath.add(person("a+d'a*@example.com").build());

            assertThat(source.check().passed()).isTrue();
            assertThat(Outcomes.of(source.login("a+d'a*@example.com", Marked.PASSWORD)))
                    .isEqualTo("Authenticated");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STORMPATH, SAUTHC1, Found",
        "COMPATIBLE, BASIC, Found",
        "COMPATIBLE, SAUTHC1, Unavailable SOURCE_CREDENTIALS"
    })
    void aSlashInAnAddressIsNeverSignedRightForACompatibleServer(
            StormpathDialect dialect, StormpathAuthentication authentication, String outcome) {
        try (StormpathSimulator stormpath = simulator(dialect);
                StormpathSource source = source(stormpath, b -> b.authentication(authentication))) {
            stormpath.add(person("a/d@example.com").build());

            assertThat(Outcomes.of(source.getUser("a/d@example.com"))).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @EnumSource(HrefStyle.class)
    void linksMayLeadAnywhere(HrefStyle style) {
        try (StormpathSimulator stormpath = simulator(StormpathDialect.COMPATIBLE);
                StormpathSource source = source(stormpath)) {
            stormpath.hrefs(style);
            String id = stormpath.add(person(ADA).build()).id();

            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
            assertThat(((LookupOutcome.Found) source.getUser(ADA)).user().userId())
                    .isEqualTo(id);
        }
    }

    @Test
    void aWrongApplicationIdIsNobodysMistyping() {
        try (StormpathSimulator stormpath = simulator(StormpathDialect.COMPATIBLE);
                StormpathSource source = source(stormpath, b -> b.applicationId(stormpath.unknownApplicationId()))) {
            stormpath.add(person(ADA).build());

            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable CONFIGURATION");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable CONFIGURATION");
            assertThat(source.check().passed()).isFalse();
        }
    }

    @Test
    void aWrongPasswordCountsOnceAndTheLockShowsAsAWrongPassword() {
        try (StormpathSimulator stormpath = simulator(StormpathDialect.COMPATIBLE);
                StormpathSource source = source(stormpath)) {
            String id = stormpath.add(person(ADA).build()).id();

            for (int i = 1; i <= 3; i++) {
                assertThat(Outcomes.of(source.login(ADA, Marked.WRONG_PASSWORD)))
                        .isEqualTo("Rejected UNSPECIFIED");
                assertThat(stormpath.requests(StormpathOperation.LOGIN_ATTEMPTS))
                        .isEqualTo(i);
            }
            assertThat(stormpath.failedLoginAttempts(id)).isEqualTo(3);
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Rejected UNSPECIFIED");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Found");
        }
    }

    @Test
    void anAttemptThatIsLostIsNotRepeated() {
        try (StormpathSimulator stormpath = simulator(StormpathDialect.STORMPATH);
                StormpathSource source = source(stormpath)) {
            stormpath.add(person(ADA).build());
            stormpath.fault(StormpathOperation.LOGIN_ATTEMPTS, Fault.reset());

            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable SERVER_ERROR");
            assertThat(stormpath.requests(StormpathOperation.LOGIN_ATTEMPTS)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSquatterGetsInAsNobodyElse(StormpathDialect dialect) {
        try (StormpathSimulator stormpath = simulator(dialect);
                StormpathSource source = source(stormpath)) {
            stormpath.mapDirectories(StormpathPerson.DEFAULT_DIRECTORY, "Partners");
            stormpath.add(person("mallory@example.com")
                    .username(ADA)
                    .password(Marked.secret("mallory"))
                    .build());
            assertThat(Outcomes.of(source.login(ADA, Marked.secret("mallory")))).isEqualTo("Refused IDENTITY_MISMATCH");

            stormpath.add(person(ADA).username("awinter").directory("Partners").build());

            assertThat(Outcomes.of(source.login(ADA, Marked.secret("mallory")))).isEqualTo("Rejected UNSPECIFIED");
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneAddressInTwoDirectoriesNeedsAChoice(StormpathDialect dialect) {
        try (StormpathSimulator stormpath = simulator(dialect);
                StormpathSource all = source(stormpath)) {
            stormpath.mapDirectories(StormpathPerson.DEFAULT_DIRECTORY, "Partners");
            stormpath.add(person(ADA).password(Marked.secret("other")).build());
            StormpathPerson partner =
                    stormpath.add(person(ADA).directory("Partners").build());
            URI directory = URI.create(stormpath.directoryHref("Partners"));

            assertThat(Outcomes.of(all.login(ADA, Marked.PASSWORD))).isEqualTo("Refused AMBIGUOUS");
            try (StormpathSource one = source(stormpath, b -> b.accountStore(AccountStore.href(directory)))) {
                assertThat(Outcomes.of(one.login(ADA, Marked.PASSWORD))).isEqualTo("Authenticated");
                assertThat(one.users().map(SourceUser::id)).containsExactly(partner.id());
            }
        }
    }

    @Test
    void anOrganizationNarrowsALogin() {
        try (StormpathSimulator stormpath = simulator(StormpathDialect.STORMPATH)) {
            stormpath.mapDirectories(StormpathPerson.DEFAULT_DIRECTORY, "Partners");
            stormpath.organization("partners", "Partners");
            stormpath.add(person(ADA).directory("Partners").build());

            for (String key : List.of("partners", "nobody")) {
                try (StormpathSource source = source(stormpath, b -> b.accountStore(AccountStore.nameKey(key)))) {
                    assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                            .isEqualTo(key.equals("partners") ? "Authenticated" : "Unavailable CONFIGURATION");
                }
            }
        }
    }

    @Test
    void aRevokedKeyIsNobodysFault() {
        try (StormpathSimulator stormpath = simulator(StormpathDialect.STORMPATH);
                StormpathSource source = source(stormpath)) {
            stormpath.add(person(ADA).build());
            stormpath.revokeApiKey();

            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD))).isEqualTo("Unavailable SOURCE_CREDENTIALS");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProfileIsTheSameFromEverywhere(StormpathDialect dialect) {
        try (StormpathSimulator stormpath = simulator(dialect);
                StormpathSource source = source(stormpath, b -> b.groups(Groups.APP_METADATA))) {
            stormpath.add(person(ADA).group("writers").group("admins").build());

            MigratedUser user = ((LookupOutcome.Found) source.getUser(ADA)).user();
            assertThat(user.appMetadata()).containsEntry("groups", List.of("admins", "writers"));
            assertThat(user.userMetadata()).isEqualTo(Map.of("custom_data", Map.of("plan", "gold")));
            assertThat(source.users().map(listed -> ((SourceUser.Migratable) listed).user()))
                    .containsExactly(user);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsLostWhilePeopleAreRemovedFromAListing(StormpathDialect dialect) {
        try (StormpathSimulator stormpath = simulator(dialect);
                StormpathSource source = source(stormpath)) {
            List<String> ids = IntStream.range(0, 60)
                    .mapToObj(i -> stormpath
                            .add(person("p" + i + "@example.com").build())
                            .id())
                    .toList();
            stormpath.pageCap(7);
            stormpath.size(SizeMeaning.ITEMS);
            Set<String> given = new LinkedHashSet<>();
            Set<String> removed = new LinkedHashSet<>();
            for (Iterator<SourceUser> users = source.users().iterator(); users.hasNext(); ) {
                given.add(users.next().id());
                if (given.size() % 5 == 0) {
                    String first = given.stream()
                            .filter(id -> !removed.contains(id))
                            .findFirst()
                            .orElseThrow();
                    stormpath.remove(first);
                    removed.add(first);
                }
            }

            assertThat(given).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void aSearchIsNotTakenInByShortPages() {
        try (StormpathSimulator stormpath = simulator(StormpathDialect.COMPATIBLE);
                StormpathSource source = source(stormpath)) {
            List.of("a1@example.com", "a2@example.com", "a3@example.com")
                    .forEach(email -> stormpath.add(person(email).build()));
            stormpath.pageCap(2);

            assertThat(Outcomes.of(source.getUser("a*@example.com"))).isEqualTo("Unavailable MALFORMED_RESPONSE");
            assertThat(Outcomes.of(source.getUser("a2@example.com"))).isEqualTo("Found");
            assertThat(source.users().map(SourceUser::id).collect(Collectors.toSet()))
                    .hasSize(3);
        }
    }
}
