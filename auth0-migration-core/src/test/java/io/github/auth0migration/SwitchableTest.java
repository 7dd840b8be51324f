package io.github.auth0migration;

import static io.github.auth0migration.People.ADA;
import static io.github.auth0migration.People.found;
import static io.github.auth0migration.People.in;
import static io.github.auth0migration.People.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.testsupport.Marked;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SwitchableTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final SourceSwitch onOff = SourceSwitch.on();
    private final MigrationSource source = Sources.switchable(
            Sources.of(
                    "okta",
                    request -> {
                        asked.incrementAndGet();
                        return in("okta|1");
                    },
                    request -> {
                        asked.incrementAndGet();
                        return found("okta|1");
                    }),
            onOff);

    @Test
    void aSourceThatIsOffGivesNoVerdictAndIsNotAsked() {
        onOff.turnOff();

        assertThat(kind(source.login(ADA, Marked.PASSWORD))).isEqualTo(Failure.Kind.SWITCHED_OFF);
        assertThat(kind(source.getUser(ADA))).isEqualTo(Failure.Kind.SWITCHED_OFF);
        assertThat(source.check().passed()).isFalse();
        assertThat(asked).hasValue(0);
    }

    @Test
    void itComesBack() {
        onOff.turnOff();
        onOff.turnOn();

        assertThat(source.login(ADA, Marked.PASSWORD)).isInstanceOf(LoginOutcome.Authenticated.class);
        assertThat(source.getUser(ADA)).isInstanceOf(LookupOutcome.Found.class);
        assertThat(source.check().passed()).isTrue();
    }

    @Test
    void ofSeveralSourcesNobodyIsGivenToTheNextWhileTheFirstIsOff() {
        MigrationSource gigya = Sources.of(
                SourceDescription.live("gigya", "gigya").withUserIdPrefix("gigya"),
                request -> in("gigya|1"),
                request -> found("gigya|1"));
        MigrationSource okta = Sources.switchable(
                Sources.of(
                        SourceDescription.live("okta", "okta").withUserIdPrefix("okta"),
                        request -> in("okta|1"),
                        request -> found("okta|1")),
                onOff);
        onOff.turnOff();

        LoginOutcome outcome = Sources.firstOwner(okta, gigya).login(ADA, Marked.PASSWORD);

        assertThat(kind(outcome)).isEqualTo(Failure.Kind.SWITCHED_OFF);
    }
}
