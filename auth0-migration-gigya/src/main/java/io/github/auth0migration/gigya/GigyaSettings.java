package io.github.auth0migration.gigya;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.LiveSettings;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a builder was told, checked. */
record GigyaSettings(
        LiveSettings live,
        BaseUrl baseUrl,
        String apiKey,
        GigyaCredentials credentials,
        Policies policies,
        GigyaLookupMethod lookup,
        boolean exportsPasswords) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.+/=-]{1,256}");

    /** What happens to people with whom not all is well. */
    record Policies(
            EmailVerificationPolicy emailVerification,
            IncompleteRegistrationPolicy incompleteRegistration,
            PendingVerificationPolicy pendingVerification,
            ExpiredPasswordPolicy expiredPassword,
            SecondFactorPolicy secondFactor,
            FactorEnrollmentPolicy factorEnrollment) {}

    SourceDescription description() {
        return live.description();
    }

    IdentifierPolicy identifiers() {
        return live.identifiers();
    }

    static String checkedKey(String settingName, String key) {
        if (!KEY.matcher(Objects.requireNonNull(key, settingName)).matches()) {
            throw new IllegalArgumentException(settingName
                    + " must be 1 to 256 letters, digits and _.+/=- without white space: copy it from the console");
        }
        return key;
    }
}
