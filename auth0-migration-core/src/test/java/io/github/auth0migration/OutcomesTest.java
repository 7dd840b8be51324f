package io.github.auth0migration;

import static io.github.auth0migration.People.ada;
import static io.github.auth0migration.People.down;
import static io.github.auth0migration.People.nobody;
import static io.github.auth0migration.People.wrongPassword;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {

    @Test
    void foldHandlesEveryLogin() {
        List<LoginOutcome> all = List.of(
                People.in("u"),
                wrongPassword(),
                new LoginOutcome.Refused(Refusal.proved(Refusal.Reason.DISABLED)),
                new LoginOutcome.Unavailable(down()));

        assertThat(all)
                .extracting(o -> o.fold(a -> "in", r -> "no", r -> "later", u -> "down"))
                .containsExactly("in", "no", "later", "down");
    }

    @Test
    void foldHandlesEveryLookup() {
        List<LookupOutcome> all = List.of(
                People.found("u"),
                nobody(),
                LookupOutcome.Refused.of(Refusal.Reason.DISABLED),
                new LookupOutcome.Unavailable(down()));

        assertThat(all)
                .extracting(o -> o.fold(f -> "found", n -> "nobody", r -> "later", u -> "down"))
                .containsExactly("found", "nobody", "later", "down");
    }

    @ParameterizedTest
    @EnumSource
    void unprovedRefusalReadsLikeAWrongPassword(Refusal.Reason reason) {
        String wrong =
                LoginOutcome.Rejected.of(LoginOutcome.Cause.WRONG_PASSWORD).messageForPerson();

        assertThat(Refusal.unproved(reason).messageForPerson()).isEqualTo(wrong);
        assertThat(Refusal.proved(reason).messageForPerson())
                .isNotEqualTo(wrong)
                .isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void lookupProvesNoPassword(Refusal.Reason reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LookupOutcome.Refused(Refusal.proved(reason)))
                .withMessageContaining("Refusal.unproved");
    }

    @Test
    void authenticatedHasTheUsersCaveatsToo() {
        Caveat policy = Caveat.of(Caveat.Kind.PASSWORD_EXPIRED);

        assertThat(new LoginOutcome.Authenticated(ada(u -> u.picture("none")), Set.of(policy)).caveats())
                .containsExactlyInAnyOrder(policy, new Caveat(Caveat.Kind.FIELD_DROPPED, "picture"));
    }

    @Test
    void failuresCompareByAllTheyTell() {
        Failure full = down().withRetryAfter(Duration.ofSeconds(2)).withUpstreamRequestId("r-1");

        assertThat(full)
                .isEqualTo(down().withUpstreamRequestId("r-1").withRetryAfter(Duration.ofSeconds(2)))
                .hasSameHashCodeAs(down().withRetryAfter(Duration.ofSeconds(2)).withUpstreamRequestId("r-1"))
                .isNotEqualTo(down())
                .isNotEqualTo(down().withRetryAfter(Duration.ofSeconds(2)));
        assertThat(full).hasToString("CONNECT: Connection refused. (retry after 2000 ms) [upstream request r-1]");
        assertThat(down()).hasToString("CONNECT: Connection refused.");
    }

    @Test
    void deadlineRunsByItsClock() {
        ManualTime time = new ManualTime();
        Deadline deadline = Deadline.after(Duration.ofSeconds(8), time);
        time.advance(Duration.ofSeconds(8).minusNanos(1));
        assertThat(deadline.isExpired()).isFalse();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(1));

        time.advance(Duration.ofSeconds(1));
        assertThat(deadline.isExpired()).isTrue();
        assertThat(deadline.remaining()).isEqualTo(Duration.ZERO);
        assertThat(deadline.time()).isSameAs(time);
        assertThat(deadline).hasToString("Deadline[0 ms left]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.000000001S"})
    void deadlineIsPositiveAndAtMostADay(Duration timeout) {
        assertThatIllegalArgumentException().isThrownBy(() -> Deadline.after(timeout, new ManualTime()));
    }

    @Test
    void clientInfoKeepsWhatIsClean() {
        ClientInfo info = ClientInfo.unknown()
                .withUserAgent("Mozilla\r\nX: é" + "a".repeat(600))
                .withDeviceId("d-_9");

        assertThat(info.userAgent())
                .hasValueSatisfying(
                        agent -> assertThat(agent).startsWith("MozillaX: a").hasSize(512));
        assertThat(info.deviceId()).contains("d-_9");
        assertThat(info.trustedAddress()).isEmpty();
        assertThat(info.withUserAgent("\n").userAgent()).isEmpty();
        assertThat(info).hasToString("ClientInfo[address unknown]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "012345678901234567890123456789012"})
    void deviceIdOfAnotherFormIsRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientInfo.unknown().withDeviceId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "ä"})
    void correlationIdOfAnotherFormIsRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginRequest.of("a", "b").withCorrelationId(id));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LookupRequest.byUserId("a").withCorrelationId(id + "\u0000"));
    }

    @Test
    void correlationIdHasAtMost128Characters() {
        assertThat(LoginRequest.of("a", "b").withCorrelationId("c".repeat(128)).correlationId())
                .hasSize(128);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoginRequest.of("a", "b").withCorrelationId("c".repeat(129)));
    }

    @Test
    void profilesAreFreshMaps() {
        MigratedUser user = ada("u");
        Map<String, Object> profile = user.toAuth0Profile();
        profile.clear();

        assertThat(user.toAuth0Profile()).isNotEmpty();
    }
}
