package io.github.auth0migration.stormpath;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.ProfileMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From Stormpath's account to the user to migrate. */
final class StormpathProfile {

    private static final String CUSTOM_DATA = "custom_data";
    private static final int MAX_GROUPS = 1_000;

    /** What Stormpath itself keeps in custom data. */
    private static final Set<String> RESERVED =
            Set.of("href", "createdAt", "modifiedAt", "meta", "spMeta", "spmeta", "ionmeta", "ionMeta");

    private final StormpathSettings settings;
    private final StormpathApi api;
    private final ProfileMapping mapping;

    StormpathProfile(StormpathSettings settings, StormpathApi api) {
        this.settings = settings;
        this.api = api;
        this.mapping = new ProfileMapping(settings.live());
    }

    ProfileMapping mapping() {
        return mapping;
    }

    MigratedUser map(StormpathAccount account, Deadline deadline) throws CallFailedException {
        return map(account, groups(account, deadline));
    }

    /** The same, with the {@link #groups} at hand. */
    MigratedUser map(StormpathAccount account, Map<String, Object> groups) throws CallFailedException {
        JsonObject json = account.json();
        String givenName = json.string("givenName").orElse(null);
        String middleName = json.string("middleName").orElse(null);
        String surname = json.string("surname").orElse(null);
        Optional<String> fullName = json.string("fullName").filter(name -> !name.isBlank());
        MigratedUser.Builder user = MigratedUser.builder(
                        settings.description().userId(account.id()),
                        new SourceAccount(StormpathSettings.PLATFORM, account.id(), account.status()))
                .email(account.email(), account.address().isVerified(settings.emailVerification()))
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
    boolean lacksCustomData(StormpathAccount account) {
        return settings.customData() != CustomData.OMIT
                && account.json().asMap().get("customData") instanceof Map<?, ?> customData
                && customData.keySet().equals(Set.of("href"));
    }

    private void addCustomData(StormpathAccount account, MigratedUser.Builder user, Map<String, Object> appMetadata)
            throws CallFailedException {
        if (settings.customData() == CustomData.OMIT) {
            return;
        }
        boolean toApp = settings.customData() == CustomData.APP_METADATA;
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

    /** The names of the account's groups, as metadata; none if they are not wanted. */
    Map<String, Object> groups(StormpathAccount account, Deadline deadline) throws CallFailedException {
        if (settings.groups() == Groups.OMIT) {
            return Map.of();
        }
        Set<String> names = new TreeSet<>();
        int read = 0;
        boolean complete = false;
        while (!complete) {
            if (read > MAX_GROUPS) {
                throw CallFailedException.maybeSent(Failure.of(
                        Failure.Kind.MALFORMED_RESPONSE, "The platform's list of an account's groups does not end."));
            }
            StormpathApi.Hits page = api.groups(account.id(), read, deadline);
            for (JsonObject group : page.hits()) {
                if (!group.string("status").orElse("ENABLED").equals("DISABLED")) {
                    names.add(group.requiredString("name"));
                }
            }
            read += page.hits().size();
            complete = page.complete();
        }
        return names.isEmpty() ? Map.of() : Map.of("groups", List.copyOf(names));
    }
}
