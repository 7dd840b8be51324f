package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ALIAS;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ID;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_NEW_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.trickle.ProbedStore.Fault;
import io.github.auth0migration.trickle.StartResetOutcome.MailToken;
import io.github.auth0migration.trickle.StartResetOutcome.Nobody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartResetTest {

    private final Scene scene = new Scene();

    @Test
    void nobodyIsMailedForSomebodyUnknown() {
        assertThat(scene.startReset("nobody@x.example")).isEqualTo(new Nobody(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {ANN_MAIL, "ANN@OLD.EXAMPLE", ANN_ALIAS})
    void whomOnlyTheSourceKnowsIsMailedAtTheSourcesAddressAndNotCreated(String typed) {
        assertThat(scene.startReset(typed)).isEqualTo(new MailToken(new ResetTicket(ANN_ID, ANN_MAIL), true));
        assertThat(scene.users.size()).isZero();
        assertThat(scene.signInEnds(ANN_MAIL, LEGACY)).isEqualTo("migrated");
    }

    @ParameterizedTest
    @ValueSource(strings = {ANN_NEW_MAIL, "ANN@NEW.example", LegacyPlatform.ANN_USERNAME})
    void whomTheTargetKnowsIsMailedAtTheTargetsAddress(String typed) {
        scene.signIn(ANN_MAIL, LEGACY);
        scene.users.changeEmail(ANN_ID, ANN_NEW_MAIL);

        assertThat(scene.startReset(typed)).isEqualTo(new MailToken(new ResetTicket(ANN_ID, ANN_NEW_MAIL), false));
        assertThat(scene.platform.lookups).isEmpty();
    }

    @Test
    void aUserIdWillDo() {
        assertThat(scene.migration.startReset(LookupRequest.byUserId(ANN_ID)))
                .isEqualTo(new MailToken(new ResetTicket(ANN_ID, ANN_MAIL), true));
        scene.signIn(ANN_MAIL, LEGACY);
        assertThat(scene.migration.startReset(LookupRequest.byUserId(ANN_ID)))
                .isEqualTo(new MailToken(new ResetTicket(ANN_ID, ANN_MAIL), false));
    }

    /** The old address may be somebody else's by now: no token goes there, nor tells it of the new one. */
    @ParameterizedTest
    @ValueSource(strings = {ANN_MAIL, ANN_ALIAS})
    void nobodyIsMailedForAnAddressThatThePersonLeft(String typed) {
        scene.signIn(ANN_MAIL, LEGACY);
        scene.users.changeEmail(ANN_ID, "ann@third.example");

        assertThat(scene.startReset(typed)).isEqualTo(new Nobody(true));
    }

    @Test
    void nobodyIsMailedWithoutAnAddress() {
        MigratedUser nameless = MigratedUser.builder("legacy|2", new SourceAccount("legacy", "2", null))
                .username("bob")
                .build();
        scene.platform.knows(nameless, "bob");

        assertThat(scene.startReset("bob")).isEqualTo(new Nobody(true));
        scene.signIn("bob", LEGACY);
        assertThat(scene.startReset("bob")).isEqualTo(new Nobody(false));
    }

    @ParameterizedTest
    @CsvSource({"ann@old.example, refused DISABLED", "ann@login.example, nobody"})
    void whoWasDeletedIsNotMailed(String typed, String end) {
        scene.signIn(ANN_MAIL, LEGACY);
        scene.users.delete(ANN_ID);

        assertThat(scene.startResetEnds(typed)).isEqualTo(end);
    }

    @Test
    void aSourceThatRefusesOrIsDownSaysSo() {
        scene.platform.lookup = () -> LookupOutcome.Refused.of(Reason.NO_PASSWORD);
        assertThat(scene.startResetEnds(ANN_MAIL)).isEqualTo("refused NO_PASSWORD");

        scene.platform.lookup =
                () -> new LookupOutcome.Unavailable(Failure.of(Failure.Kind.RATE_LIMITED, "Slow down."));
        assertThat(scene.startResetEnds(ANN_MAIL)).isEqualTo("unavailable RATE_LIMITED");

        scene.platform.lookup = () -> null;
        assertThat(scene.startResetEnds(ANN_MAIL)).isEqualTo("unavailable INTERNAL");
    }

    @ParameterizedTest
    @CsvSource({
        "0, UNAVAILABLE, CONNECT",
        "1, UNAVAILABLE, CONNECT",
        "0, THROWS, INTERNAL",
        "1, THROWS, INTERNAL",
        "0, RETURNS_NULL, INTERNAL",
        "1, RETURNS_NULL, INTERNAL"
    })
    void aStoreThatFailsIsUnavailable(int step, Fault fault, String kind) {
        scene.store.failAt(step, fault);

        assertThat(scene.startResetEnds(ANN_MAIL)).isEqualTo("unavailable " + kind);
        assertThat(scene.startResetEnds(ANN_MAIL)).isEqualTo("mail to " + ANN_MAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ann\n@old.example"})
    void asksNobodyAboutEmptyOrImplausibleInput(String typed) {
        assertThat(scene.startReset(typed)).isEqualTo(new Nobody(false));
        assertThat(scene.store.takeCalls()).isEmpty();
        assertThat(scene.platform.asked()).isZero();
    }
}
