package io.github.auth0migration.stormpath;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.ProfileMapping;
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import io.github.auth0migration.stormpath.internal.StormpathMapping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** From Stormpath's account to the user to migrate, with the groups that Stormpath is asked for. */
final class StormpathProfile {

    private static final int MAX_GROUPS = 1_000;

    private final StormpathSettings settings;
    private final StormpathApi api;
    private final StormpathMapping mapping;

    StormpathProfile(StormpathSettings settings, StormpathApi api) {
        this.settings = settings;
        this.api = api;
        this.mapping = new StormpathMapping(
                settings.description(),
                new ProfileMapping(settings.live()),
                settings.emailVerification(),
                settings.customData());
    }

    ProfileMapping mapping() {
        return mapping.mapping();
    }

    MigratedUser map(StormpathAccount account, Deadline deadline) throws CallFailedException {
        return map(account, groups(account, deadline));
    }

    /** The same, with the {@link #groups} at hand. */
    MigratedUser map(StormpathAccount account, Map<String, Object> groups) throws CallFailedException {
        return mapping.map(account, groups);
    }

    /** Whether custom data are wanted and only their link is there. */
    boolean lacksCustomData(StormpathAccount account) {
        return mapping.lacksCustomData(account);
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
