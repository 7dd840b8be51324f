package io.github.auth0migration.endpoint;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.gigya.GigyaCredentials;
import io.github.auth0migration.gigya.GigyaSource;
import io.github.auth0migration.okta.OktaSource;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.stormpath.StormpathSource;
import java.net.URI;

/** Sources for simulated platforms. */
final class Sites {

    private Sites() {}

    static MigrationSource of(OktaSimulator okta) {
        return OktaSource.builder()
                .orgUrl(okta.url())
                .apiToken(okta::apiToken)
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .build();
    }

    static MigrationSource of(StormpathSimulator stormpath) {
        return StormpathSource.builder()
                .baseUrl(URI.create(stormpath.baseUrl()))
                .applicationId(stormpath.applicationId())
                .apiKey(stormpath.apiKeyId(), stormpath::apiKeySecret)
                .userIdPrefix("sp")
                .build();
    }

    static MigrationSource of(GigyaSimulator gigya) {
        return GigyaSource.builder()
                .apiKey(gigya.apiKey())
                .baseUrl(gigya.url())
                .credentials(GigyaCredentials.signed(gigya.userKey(), gigya::secret))
                .userIdPrefix("g")
                .build();
    }
}
