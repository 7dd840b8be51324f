package io.github.auth0migration.stormpath.internal;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.ProfileMapping;
import io.github.auth0migration.stormpath.CustomData;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From Stormpath's account to the user to migrate.
 *
 * @param description what makes user ids
 * @param mapping ends with the host's mapper
 * @param emailVerification whether addresses count as verified
 * @param customData where custom data go
 */
public record StormpathMapping(
        SourceDescription description,
        ProfileMapping mapping,
        EmailVerificationPolicy emailVerification,
        CustomData customData) {

    /** The platform's name in descriptions and user metadata. */
    public static final String PLATFORM = "stormpath";

    private static final String CUSTOM_DATA = "custom_data";

    /** What Stormpath itself keeps in custom data. */
    private static final Set<String> RESERVED =
            Set.of("href", "createdAt", "modifiedAt", "meta", "spMeta", "spmeta", "ionmeta", "ionMeta");

    /** The user, with groups as metadata at hand. */
    public MigratedUser map(StormpathAccount account, Map<String, Object> groups) throws CallFailedException {
        JsonObject json = account.json();
        String givenName = json.string("givenName").orElse(null);
        String middleName = json.string("middleName").orElse(null);
        String surname = json.string("surname").orElse(null);
        Optional<String> fullName = json.string("fullName").filter(name -> !name.isBlank());
        MigratedUser.Builder user = MigratedUser.builder(
                        description.userId(account.id()), new SourceAccount(PLATFORM, account.id(), account.status()))
                .email(account.email(), account.address().isVerified(emailVerification))
                .username(account.plainUsername().orElse(null))
                .givenName(givenName)
                .familyName(surname)
                .name(fullName.orElse(ProfileMapping.fullName(givenName, middleName, surname)));
        Map<String, Object> appMetadata = new LinkedHashMap<>(groups);
        addCustomData(account, user, appMetadata);
        user.appMetadata(appMetadata);
        return mapping.map(raw(json), user::build);
    }

    /** What the host's mapper sees: whoever has the link that finishes a verification can verify the address. */
    private static Map<String, @Nullable Object> raw(JsonObject json) {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>(json.asMap());
        raw.remove("emailVerificationToken");
        return Collections.unmodifiableMap(raw);
    }

    /** Whether custom data are wanted and only their link is there. */
    public boolean lacksCustomData(StormpathAccount account) {
        return customData != CustomData.OMIT
                && account.json().asMap().get("customData") instanceof Map<?, ?> own
                && own.keySet().equals(Set.of("href"));
    }

    private void addCustomData(StormpathAccount account, MigratedUser.Builder user, Map<String, Object> appMetadata)
            throws CallFailedException {
        if (customData == CustomData.OMIT) {
            return;
        }
        boolean toApp = customData == CustomData.APP_METADATA;
        if (lacksCustomData(account)) {
            user.caveat(
                    new Caveat(Caveat.Kind.FIELD_DROPPED, (toApp ? "app_metadata." : "user_metadata.") + CUSTOM_DATA));
            return;
        }
        Map<String, @Nullable Object> own =
                new LinkedHashMap<>(account.json().object("customData").asMap());
        own.keySet().removeAll(RESERVED);
        if (own.isEmpty()) {
            return;
        }
        if (toApp) {
            appMetadata.put(CUSTOM_DATA, own);
        } else {
            user.userMetadata(Map.of(CUSTOM_DATA, own));
        }
    }
}
