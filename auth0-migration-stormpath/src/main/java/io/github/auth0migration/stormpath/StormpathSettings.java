package io.github.auth0migration.stormpath;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.LiveSettings;
import io.github.auth0migration.stormpath.internal.Href;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a builder was told, checked. */
record StormpathSettings(
        LiveSettings live,
        BaseUrl baseUrl,
        String applicationId,
        ApiKey apiKey,
        @Nullable AccountStore accountStore,
        EmailVerificationPolicy emailVerification,
        CustomData customData,
        Groups groups) {

    SourceDescription description() {
        return live.description();
    }

    /** The directory whose accounts alone count; empty if all of the application's do. */
    Optional<String> directoryId() {
        return Optional.ofNullable(accountStore).flatMap(AccountStore::directoryId);
    }

    /** Stormpath's id behind a user id; empty for one that this source never gave anybody. */
    Optional<String> accountId(String userId) {
        return description().platformId(userId).filter(Href::isId);
    }
}
