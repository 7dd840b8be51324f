package io.github.auth0migration;

import static io.github.auth0migration.People.ADA;
import static io.github.auth0migration.People.found;
import static io.github.auth0migration.People.in;
import static io.github.auth0migration.People.kind;
import static io.github.auth0migration.People.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final MigrationSource OKTA = Sources.of("okta", request -> in("okta|1"), request -> found("okta|1"));
    private static final MigrationSource THROWING = Sources.of(
            "okta",
            request -> {
                throw new IllegalStateException(request.password());
            },
            request -> {
                throw new IllegalStateException(Marked.TOKEN);
            });

    @Test
    void aDenyListKnowsThePlatformsOwnIds() {
        MigratedUser ada = MigratedUser.builder("okta|00uAda", new SourceAccount("okta", "00uAda", "ACTIVE"))
                .email("ada@example.com", false)
                .build();

        assertThat(DenyList.of(List.of("00uada")).denies(ada)).isTrue();
        assertThat(DenyList.of(List.of("00uEve")).denies(ada)).isFalse();
    }

    @Test
    void halfASurrogatePairIsNoPassword() {
        assertThat(LoginRequest.isPlausible("pass\uD83D\uDD11")).isTrue();
        assertThat(LoginRequest.isPlausible("pass\uD83D")).isFalse();
    }

    @Test
    void scriptThatThrowsIsUnavailable() {
        assertThat(kind(SecretScan.clean(THROWING.login(ADA, Marked.PASSWORD)))).isEqualTo(Failure.Kind.INTERNAL);
        assertThat(kind(SecretScan.clean(THROWING.getUser(ADA)))).isEqualTo(Failure.Kind.INTERNAL);
    }

    @Test
    @NullUnmarked
    void scriptThatReturnsNullIsUnavailable() {
        MigrationSource source = Sources.of("okta", request -> null, request -> null);

        assertThat(kind(source.login(ADA, Marked.PASSWORD))).isEqualTo(Failure.Kind.INTERNAL);
        assertThat(kind(source.getUser(ADA))).isEqualTo(Failure.Kind.INTERNAL);
    }

    @Test
    void implausibleInputReachesNoScript() {
        assertThat(THROWING.login("", Marked.PASSWORD)).isInstanceOf(LoginOutcome.Rejected.class);
        assertThat(THROWING.login(ADA, "")).isInstanceOf(LoginOutcome.Rejected.class);
        assertThat(THROWING.login(ADA, "p".repeat(4097))).isInstanceOf(LoginOutcome.Rejected.class);
        assertThat(kind(THROWING.login(ADA, "p".repeat(4096)))).isEqualTo(Failure.Kind.INTERNAL);
        assertThat(THROWING.getUser(" ")).isEqualTo(nobody());
    }

    @Test
    void finishedMigrationKnowsNobody() {
        assertThat(Sources.none().login(ADA, Marked.PASSWORD))
                .isEqualTo(LoginOutcome.Rejected.of(LoginOutcome.Cause.UNKNOWN_USER));
        assertThat(Sources.none().getUser(ADA)).isEqualTo(nobody());
        assertThat(Sources.none().check().passed()).isTrue();
        assertThat(Sources.none().name()).isEqualTo("none");
    }

    @Test
    void excludedByWhatIsTypedOrByWhoTheyAre() {
        LoginOutcome before = new LoginOutcome.Refused(Refusal.unproved(Refusal.Reason.POLICY_DENIED));
        LoginOutcome after = new LoginOutcome.Refused(Refusal.proved(Refusal.Reason.POLICY_DENIED));
        LookupOutcome refused = LookupOutcome.Refused.of(Refusal.Reason.POLICY_DENIED);
        MigrationSource byTyped = Sources.excluding(THROWING, DenyList.of(List.of("ADA@example.com")));
        MigrationSource byUser = Sources.excluding(OKTA, DenyList.of(List.of("okta|1")));
        MigrationSource others = Sources.excluding(OKTA, DenyList.of(List.of("bob")));

        assertThat(byTyped.login(ADA, Marked.PASSWORD)).isEqualTo(before);
        assertThat(byTyped.getUser(ADA)).isEqualTo(refused);
        assertThat(byUser.login(ADA, Marked.PASSWORD)).isEqualTo(after);
        assertThat(byUser.getUser(LookupRequest.byUserId("okta|1"))).isEqualTo(refused);
        assertThat(others.login(ADA, Marked.PASSWORD)).isEqualTo(in("okta|1"));
        assertThat(others.getUser(ADA)).isEqualTo(found("okta|1"));
    }

    /** Each look-up makes another while it runs, until there is no place for one more; then somebody signs in. */
    @Test
    void lookupsLeavePlacesToSignIns() {
        List<MigrationSource> self = new ArrayList<>();
        List<LookupOutcome> ended = new ArrayList<>();
        MigrationSource four = Sources.bounded(
                Sources.of("okta", request -> in("okta|1"), request -> {
                    ended.add(self.get(0).getUser(ADA));
                    return nobody();
                }),
                4);
        self.add(four);
        four.getUser(ADA);

        assertThat(ended).hasSize(3);
        assertThat(ended.get(0)).isInstanceOf(LookupOutcome.Unavailable.class);
        assertThat(ended.subList(1, 3)).containsOnly(nobody());
    }

    @Test
    void lookupsThatFillTheirPlacesKeepNobodyFromSigningIn() {
        List<MigrationSource> self = new ArrayList<>();
        List<LoginOutcome> signIns = new ArrayList<>();
        MigrationSource four = Sources.bounded(
                Sources.of("okta", request -> in("okta|1"), request -> {
                    LookupOutcome inner = self.get(0).getUser(ADA);
                    if (inner instanceof LookupOutcome.Unavailable) {
                        signIns.add(self.get(0).login(ADA, Marked.PASSWORD));
                    }
                    return nobody();
                }),
                4);
        self.add(four);
        four.getUser(ADA);

        assertThat(signIns).containsExactly(in("okta|1"));
    }

    @Test
    void boundedTurnsAwayAtOnceAndFreesItsPlaces() {
        List<LoginOutcome> second = new ArrayList<>();
        List<MigrationSource> self = new ArrayList<>();
        MigrationSource one = Sources.bounded(
                Sources.of(
                        "okta",
                        request -> {
                            second.add(self.get(0).login("bob", Marked.PASSWORD));
                            throw new IllegalStateException(Marked.TOKEN);
                        },
                        request -> nobody()),
                1);
        self.add(one);
        one.login(ADA, Marked.PASSWORD);

        assertThat(kind(second.get(0))).isEqualTo(Failure.Kind.OVERLOADED);
        assertThat(one.getUser(ADA)).isEqualTo(nobody());
        assertThatIllegalArgumentException().isThrownBy(() -> Sources.bounded(OKTA, 0));
    }

    @Test
    void observedTellsEveryEndingWithoutSecrets() {
        List<MigrationEvent> events = new ArrayList<>();
        ManualTime time = new ManualTime();
        MigrationSource slow = Sources.of(
                "okta",
                request -> {
                    time.advance(Duration.ofMillis(30));
                    return in("okta|1");
                },
                request -> nobody());
        LoginRequest request = LoginRequest.of(ADA, Marked.PASSWORD)
                .withDeadline(Deadline.after(Duration.ofSeconds(8), time))
                .withCorrelationId("c-1");
        Sources.observed(slow, events::add).login(request);
        Sources.observed(slow, events::add).getUser(ADA);
        Sources.observed(THROWING, events::add).login(request);
        Sources.observed(slow, events::add).login("", Marked.PASSWORD);

        assertThat(events)
                .extracting(event -> event.ending().outcome())
                .containsExactly("authenticated", "not_found", "unavailable", "rejected");
        assertThat(events)
                .extracting(event -> event.ending().reason())
                .containsExactly("", "EXACT", "INTERNAL", "UNSPECIFIED");
        assertThat(events.get(0))
                .isEqualTo(new MigrationEvent.LoginFinished(
                        "okta",
                        "c-1",
                        "a…@example.com",
                        Duration.ofMillis(30),
                        new MigrationEvent.Ending("authenticated", "", "")));
        events.forEach(event -> assertThat(SecretScan.clean(event).toString()).doesNotContain(ADA));
    }

    @Test
    void listenerThatThrowsIsSwallowed() {
        MigrationSource source = Sources.observed(OKTA, event -> {
            throw new IllegalStateException(Marked.TOKEN);
        });

        assertThat(source.login(ADA, Marked.PASSWORD)).isEqualTo(in("okta|1"));
        assertThat(source.getUser(ADA)).isEqualTo(found("okta|1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "okta|eu", "ok ta", "ok\nta"})
    void prefixIsOneWordWithoutABar(String prefix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceDescription.live("okta", "okta").withUserIdPrefix(prefix));
    }
}
