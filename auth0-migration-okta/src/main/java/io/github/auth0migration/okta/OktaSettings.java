package io.github.auth0migration.okta;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.LiveSettings;
import io.github.auth0migration.spi.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a builder was told, checked. */
record OktaSettings(
        LiveSettings live,
        BaseUrl orgUrl,
        @Nullable Secret apiToken,
        @Nullable OktaServiceApp serviceApp,
        EmailVerificationPolicy emailVerification,
        SecondFactorPolicy secondFactor,
        FactorEnrollmentPolicy factorEnrollment,
        ExpiredPasswordPolicy expiredPassword,
        AuthnApplication authnApplication) {

    static final String PLATFORM = "okta";

    SourceDescription description() {
        return live.description();
    }

    IdentifierPolicy identifiers() {
        return live.identifiers();
    }

    boolean isLoginOnly() {
        return apiToken == null && serviceApp == null;
    }

    /** Okta's id behind a user id; empty for one that this source never gave anybody. */
    Optional<String> oktaId(String userId) {
        return description().platformId(userId).filter(OktaSettings::isOktaId);
    }

    static boolean isOktaId(String id) {
        return id.matches("[A-Za-z0-9]{8,64}");
    }
}
