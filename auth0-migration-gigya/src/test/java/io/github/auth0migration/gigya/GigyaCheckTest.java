package io.github.auth0migration.gigya;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.CheckReport.Level;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.gigya.GigyaOperation;
import io.github.auth0migration.simulators.gigya.GigyaPasswordView;
import io.github.auth0migration.simulators.gigya.GigyaPerson;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GigyaCheckTest {

    private final GigyaSimulator gigya = GigyaSimulator.start();

    @BeforeEach
    void addSomebody() {
        gigya.add(
                GigyaPerson.builder("ada@example.com").password(Marked.PASSWORD).build());
    }

    @AfterEach
    void stop() {
        gigya.close();
    }

    private static CheckReport check(GigyaSimulator site, UnaryOperator<GigyaSource.Builder> settings) {
        try (GigyaSource source = settings.apply(GigyaSource.builder()
                        .apiKey(site.apiKey())
                        .baseUrl(site.url())
                        .credentials(GigyaCredentials.signed(site.userKey(), site::secret)))
                .build()) {
            return SecretScan.clean(source.check());
        }
    }

    private CheckReport check() {
        return check(gigya, UnaryOperator.identity());
    }

    private static Finding finding(CheckReport report, String subject) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report));
    }

    @Test
    void aGoodSetUpPasses() {
        CheckReport report = check();

        assertThat(report.passed()).isTrue();
        assertThat(report.findings())
                .extracting(Finding::subject)
                .containsExactly("clock", "credentials", "search", "identifiers", "account");
        assertThat(report.findings()).allMatch(finding -> finding.level() == Level.OK);
        assertThat(gigya.requests(GigyaOperation.LOGIN)).isZero();
    }

    @Test
    void tellsARevokedKey() {
        gigya.revoke();

        assertThat(check().passed()).isFalse();
        assertThat(finding(check(), "credentials").sentence()).contains("SOURCE_CREDENTIALS");
    }

    @Test
    void tellsTheRightDataCentre() {
        gigya.wrongDataCenter("au1.gigya.com");

        assertThat(finding(check(), "data centre").level()).isEqualTo(Level.PROBLEM);
        assertThat(finding(check(), "data centre").sentence()).contains("au1.gigya.com");
    }

    @Test
    void tellsWhatTheKeyMayNotDo() {
        gigya.denyRights(GigyaOperation.GET_ACCOUNT_INFO);
        assertThat(finding(check(), "account").level()).isEqualTo(Level.PROBLEM);

        gigya.denyRights(GigyaOperation.FIND_IDENTIFIER);
        assertThat(finding(check(), "identifiers").level()).isEqualTo(Level.WARNING);

        gigya.denyRights(GigyaOperation.SEARCH);
        assertThat(finding(check(), "search").level()).isEqualTo(Level.PROBLEM);
    }

    @Test
    void tellsWhetherHashesCanBeRead() {
        assertThat(finding(check(gigya, GigyaSource.Builder::exportPasswords), "passwords")
                        .level())
                .isEqualTo(Level.WARNING);

        gigya.showPasswords(GigyaPasswordView.SHOWN);
        assertThat(finding(check(gigya, GigyaSource.Builder::exportPasswords), "passwords")
                        .level())
                .isEqualTo(Level.OK);
    }

    @Test
    void tellsThatNobodyIsThere() {
        try (GigyaSimulator empty = GigyaSimulator.start()) {
            assertThat(finding(check(empty, UnaryOperator.identity()), "account")
                            .level())
                    .isEqualTo(Level.WARNING);
        }
    }

    @Test
    void tellsClocksThatDisagree() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
        try (GigyaSimulator other = GigyaSimulator.builder().clock(slow).start()) {
            CheckReport report = check(other, UnaryOperator.identity());

            assertThat(report.passed()).isFalse();
            assertThat(report.findings())
                    .filteredOn(finding -> finding.subject().equals("clock"))
                    .extracting(Finding::level)
                    .containsExactly(Level.WARNING, Level.PROBLEM);
        }
    }

    @Test
    void tellsSomebodyWhoIsNotGigya() {
        gigya.fault(GigyaOperation.SEARCH, Fault.html(200));

        assertThat(finding(check(), "connection").level()).isEqualTo(Level.PROBLEM);
    }
}
