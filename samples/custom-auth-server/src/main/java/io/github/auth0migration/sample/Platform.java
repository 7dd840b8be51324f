package io.github.auth0migration.sample;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.okta.OktaSource;
import io.github.auth0migration.sample.demo.DemoOrg;
import io.github.auth0migration.sample.demo.DemoPerson;
import io.github.auth0migration.sample.settings.OktaOrg;
import io.github.auth0migration.sample.settings.Settings;
import java.net.URI;
import java.util.List;

/**
 * The platform that people leave.
 *
 * @param source asks it
 * @param displayName what people call it
 * @param demoPeople made-up people; none when the platform is real
 * @param resources what to close in the end
 */
record Platform(MigrationSource source, String displayName, List<DemoPerson> demoPeople, Runnable resources)
        implements AutoCloseable {

    /** The real org that the settings name, or else a simulated one. */
    static Platform of(Settings settings) {
        return settings.oktaOrg().map(Platform::real).orElseGet(() -> simulated(DemoOrg.start()));
    }

    private static Platform real(OktaOrg org) {
        OktaSource okta = okta(org.url(), org.apiToken());
        return new Platform(okta, "Okta", List.of(), okta::close);
    }

    /** A simulated org; closed together with the platform. */
    static Platform simulated(DemoOrg org) {
        OktaSource okta = okta(org.okta().url(), org.okta().apiToken());
        return new Platform(okta, "Okta", org.people(), () -> {
            okta.close();
            org.close();
        });
    }

    private static OktaSource okta(URI url, String apiToken) {
        return OktaSource.builder()
                .orgUrl(url)
                .apiToken(() -> apiToken)
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .userIdPrefix("okta")
                .build();
    }

    @Override
    public void close() {
        resources.run();
    }
}
