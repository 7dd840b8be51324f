package io.github.auth0migration.stormpath;

import static io.github.auth0migration.stormpath.StormpathStub.error;
import static io.github.auth0migration.stormpath.StormpathStub.json;
import static io.github.auth0migration.stormpath.StormpathStub.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.CheckReport.Level;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StormpathCheckTest {

    @RegisterExtension
    static final StormpathStub stormpath = new StormpathStub();

    private static CheckReport check(UnaryOperator<StormpathSource.Builder> settings) {
        try (StormpathSource source = stormpath.source(settings)) {
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
        stormpath.search("email", page());

        CheckReport report = check(UnaryOperator.identity());

        assertThat(report.passed()).isTrue();
        assertThat(report.findings()).extracting(Finding::subject).containsExactly("key", "application", "lookup");
        assertThat(report.findings()).allMatch(finding -> finding.level() == Level.OK);
        assertThat(stormpath.passwordsSent()).isZero();
    }

    @Test
    void comparesClocksWhereRequestsAreSigned() {
        stormpath.application(json(200, Map.of("href", stormpath.href("applications", StormpathStub.APPLICATION_ID)))
                .withHeader("Date", "Tue, 01 Jan 2019 00:00:00 GMT"));

        CheckReport report = check(b -> b.authentication(StormpathAuthentication.SAUTHC1));

        assertThat(finding(report, "clock").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void tellsAKeyThatIsRefused() {
        stormpath.application(error(401, 401));

        CheckReport report = check(UnaryOperator.identity());

        assertThat(report.passed()).isFalse();
        assertThat(finding(report, "key").sentence()).contains("compare its id and secret", "SOURCE_CREDENTIALS");
    }

    @Test
    void tellsAnApplicationThatIsNotThere() {
        stormpath.application(error(404, 404));

        assertThat(finding(check(UnaryOperator.identity()), "application").sentence())
                .contains("applicationId", "CONFIGURATION");
    }

    @Test
    void tellsAnApplicationThatIsDisabled() {
        stormpath.application(json(
                200,
                Map.of("href", stormpath.href("applications", StormpathStub.APPLICATION_ID), "status", "DISABLED")));

        assertThat(finding(check(UnaryOperator.identity()), "application").level())
                .isEqualTo(Level.WARNING);
    }

    @Test
    void looksForTheAccountStore() {
        stormpath.search("email", page());

        assertThat(finding(check(store("directories", "dir1")), "accountStore").level())
                .isEqualTo(Level.OK);
        CheckReport wrong = check(store("groups", "dir1"));
        assertThat(wrong.passed()).isFalse();
        assertThat(finding(wrong, "accountStore").sentence()).contains("compare accountStore", "CONFIGURATION");
    }

    private static UnaryOperator<StormpathSource.Builder> store(String kind, String id) {
        return b -> b.accountStore(AccountStore.href(URI.create(stormpath.href(kind, id))));
    }

    @Test
    void warnsOfANameKeyThatCannotBeChecked() {
        stormpath.search("email", page());
        stormpath.stores(0, error(500, 500));

        CheckReport report = check(b -> b.accountStore(AccountStore.nameKey("acme")));

        assertThat(finding(report, "accountStore").level()).isEqualTo(Level.WARNING);
        assertThat(report.passed()).isTrue();
    }

    @Test
    void tellsASearchThatFindsWhomNobodyKnows() {
        CheckReport report = check(UnaryOperator.identity());

        assertThat(finding(report, "lookup").level()).isEqualTo(Level.PROBLEM);
    }

    @Test
    void tellsASearchThatDoesNotWork() {
        stormpath.search("email", error(500, 500));

        assertThat(finding(check(Patience.LITTLE), "lookup").level()).isEqualTo(Level.PROBLEM);
    }
}
