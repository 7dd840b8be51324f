package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.CheckReport.Level;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.simulators.Fault;
import io.github.auth0migration.simulators.okta.OktaClient;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OktaCheckTest {

    private static CheckReport check(OktaSimulator okta) {
        try (OktaSource source = OktaSource.builder()
                .orgUrl(okta.url())
                .apiToken(okta::apiToken)
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build()) {
            return SecretScan.clean(source.check());
        }
    }

    private static Finding finding(CheckReport report, String subject) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aGoodSetUpPasses() {
        try (OktaSimulator okta = OktaSimulator.start()) {
            CheckReport report = check(okta);

            assertThat(report.passed()).isTrue();
            assertThat(report.findings())
                    .extracting(Finding::subject)
                    .containsExactly("engine", "clock", "token", "rights", "factors");
            assertThat(report.findings()).allMatch(finding -> finding.level() == Level.OK);
            assertThat(okta.requests(OktaOperation.AUTHN)).isZero();
        }
    }

    @Test
    void tellsTheEngine() {
        try (OktaSimulator okta = OktaSimulator.start()) {
            okta.engine("idx");
            assertThat(finding(check(okta), "engine").sentence()).contains("Identity Engine");
            okta.engine("v1");
            assertThat(finding(check(okta), "engine").sentence()).contains("Classic Engine");
            okta.engine("v9");
            assertThat(finding(check(okta), "engine").level()).isEqualTo(Level.WARNING);
        }
    }

    @Test
    void tellsADeadToken() {
        try (OktaSimulator okta = OktaSimulator.start()) {
            okta.revokeApiToken();

            CheckReport report = check(okta);

            assertThat(report.passed()).isFalse();
            assertThat(finding(report, "token").sentence()).contains("create a new one", "SOURCE_CREDENTIALS");
        }
    }

    @Test
    void tellsATokenThatMayNotSearch() {
        try (OktaSimulator okta = OktaSimulator.start()) {
            okta.denyRights(OktaOperation.SEARCH_USERS);

            CheckReport report = check(okta);

            assertThat(report.passed()).isFalse();
            assertThat(finding(report, "rights").level()).isEqualTo(Level.PROBLEM);
        }
    }

    @Test
    void tellsATokenThatMayNotSeeOtherPeoplesFactors() {
        try (OktaSimulator okta = OktaSimulator.start()) {
            OktaPerson ada = okta.add(OktaPerson.builder("ada@example.com").build());
            okta.denyRights(OktaOperation.LIST_FACTORS);

            assertThat(finding(check(okta), "factors").level()).isEqualTo(Level.WARNING);
            assertThat(okta.received().get(okta.received().size() - 1).rawPath())
                    .contains(ada.id());
        }
    }

    private static CheckReport checkServiceApp(OktaSimulator okta) {
        try (OktaSource source = OktaSource.builder()
                .orgUrl(okta.url())
                .serviceApp(Keys.app())
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build()) {
            return SecretScan.clean(source.check());
        }
    }

    @Test
    void aGoodServiceAppPasses() {
        try (OktaSimulator okta = OktaSimulator.start()) {
            okta.register(OktaClient.of(Keys.CLIENT_ID, Keys.RSA.getPublic()).requiringDpop());

            CheckReport report = checkServiceApp(okta);

            assertThat(report.findings()).allMatch(finding -> finding.level() == Level.OK);
            assertThat(report.findings())
                    .extracting(Finding::subject)
                    .containsExactly("engine", "clock", "token", "rights", "factors");
            assertThat(okta.requests(OktaOperation.GET_USER)).isZero();
        }
    }

    @Test
    void tellsAServiceAppThatGetsNoToken() {
        try (OktaSimulator okta = OktaSimulator.start()) {
            CheckReport report = checkServiceApp(okta);

            assertThat(report.passed()).isFalse();
            assertThat(finding(report, "token").sentence()).contains("no access token", "SOURCE_CREDENTIALS");
        }
    }

    @Test
    void tellsAServiceAppWithoutItsScopeOrItsRole() {
        OktaClient client = OktaClient.of(Keys.CLIENT_ID, Keys.RSA.getPublic());
        try (OktaSimulator okta = OktaSimulator.start()) {
            okta.register(client.withScopes(Set.of("okta.groups.read")));
            assertThat(finding(checkServiceApp(okta), "token").sentence()).contains("okta.users.read", "CONFIGURATION");

            okta.register(client);
            okta.denyRights(OktaOperation.SEARCH_USERS);
            assertThat(finding(checkServiceApp(okta), "rights").level()).isEqualTo(Level.PROBLEM);
            okta.grantRights(OktaOperation.SEARCH_USERS);
            okta.setStatus("admin@org.example.com", "SUSPENDED");
            assertThat(finding(checkServiceApp(okta), "factors").level()).isEqualTo(Level.WARNING);
        }
    }

    @Test
    void tellsClocksThatDisagree() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10));
        try (OktaSimulator okta = OktaSimulator.builder().clock(slow).start()) {
            CheckReport report = check(okta);

            assertThat(finding(report, "clock").level()).isEqualTo(Level.WARNING);
            assertThat(finding(report, "clock").sentence()).contains("synchronize");
        }
    }

    @Test
    void tellsSomebodyWhoIsNotOkta() {
        try (OktaSimulator okta = OktaSimulator.start()) {
            okta.fault(OktaOperation.ORGANIZATION, Fault.html(200));

            assertThat(finding(check(okta), "engine").level()).isEqualTo(Level.PROBLEM);
        }
    }

    @Test
    void tellsAHostThatIsNotThere() {
        URI gone;
        try (OktaSimulator okta = OktaSimulator.start()) {
            gone = okta.url();
        }
        try (OktaSource source = OktaSource.builder()
                .orgUrl(gone)
                .apiToken(() -> "unused")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build()) {
            assertThat(source.check().findings())
                    .extracting(Finding::level)
                    .isEqualTo(List.of(Level.PROBLEM, Level.PROBLEM));
        }
    }

    @Test
    void tellsWhatLoginOnlyLacks() {
        try (OktaSimulator okta = OktaSimulator.start();
                OktaSource source = OktaSource.builder()
                        .orgUrl(okta.url())
                        .loginOnly()
                        .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                        .build()) {
            assertThat(finding(source.check(), "token").level()).isEqualTo(Level.WARNING);
            assertThat(source.check().passed()).isTrue();
        }
    }
}
