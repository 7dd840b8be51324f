package io.github.auth0migration.okta;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.spi.BaseUrl;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a builder was told, checked. */
record OktaSettings(
        String name,
        BaseUrl orgUrl,
        @Nullable Supplier<String> apiToken,
        @Nullable String userIdPrefix,
        EmailVerificationPolicy emailVerification,
        IdentifierPolicy identifiers,
        SecondFactorPolicy secondFactor,
        FactorEnrollmentPolicy factorEnrollment,
        ExpiredPasswordPolicy expiredPassword,
        AuthnApplication authnApplication,
        ProfileMapper profileMapper) {

    static final String PLATFORM = "okta";

    OktaSettings {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank: leave it out for \"okta\"");
        }
        if (userIdPrefix != null && (!userIdPrefix.matches("[A-Za-z0-9_-]{1,32}") || userIdPrefix.equals("auth0"))) {
            throw new IllegalArgumentException("userIdPrefix must be 1 to 32 characters of A-Z, a-z, 0-9, - and _,"
                    + " and not auth0, but is \"" + userIdPrefix + "\": the | after it is added");
        }
    }

    boolean isLoginOnly() {
        return apiToken == null;
    }

    SourceDescription description() {
        SourceDescription plain = SourceDescription.live(name, PLATFORM);
        return userIdPrefix == null ? plain : plain.withUserIdPrefix(userIdPrefix);
    }

    String userId(String oktaId) {
        return userIdPrefix == null ? oktaId : userIdPrefix + "|" + oktaId;
    }

    /** Okta's id behind a user id; empty for one that this source never gave anybody. */
    Optional<String> oktaId(String userId) {
        String prefix = userIdPrefix == null ? "" : userIdPrefix + "|";
        return Optional.of(userId)
                .filter(id -> id.startsWith(prefix))
                .map(id -> id.substring(prefix.length()))
                .filter(OktaSettings::isOktaId);
    }

    static boolean isOktaId(String id) {
        return id.matches("[A-Za-z0-9]{8,64}");
    }
}
