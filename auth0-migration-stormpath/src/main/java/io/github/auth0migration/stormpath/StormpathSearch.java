package io.github.auth0migration.stormpath;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches whose result is complete, or which fail. The platform takes {@code *} for a wildcard, servers may ignore an
 * attribute and show everybody, and may put less on a page than they say: what comes back is a guess, and whoever asks
 * compares for themselves.
 */
final class StormpathSearch {

    private final StormpathSettings settings;
    private final StormpathApi api;

    StormpathSearch(StormpathSettings settings, StormpathApi api) {
        this.settings = settings;
        this.api = api;
    }

    /** The accounts that count among those with this value; others may be among them. */
    List<StormpathAccount> by(String attribute, String value, Deadline deadline) throws CallFailedException {
        StormpathApi.Hits found = api.search(attribute, value, 0, deadline);
        boolean sure = found.complete() && areExact(found.hits(), attribute, value);
        if (!sure
                && !api.search(attribute, value, found.hits().size(), deadline)
                        .hits()
                        .isEmpty()) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE,
                    "Stormpath's search found more than a page of people: who is meant cannot be said."));
        }
        return accounts(found.hits());
    }

    private static boolean areExact(List<JsonObject> hits, String attribute, String value) throws CallFailedException {
        for (JsonObject hit : hits) {
            if (hit.string(attribute).filter(Identifier.of(value)::matches).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private List<StormpathAccount> accounts(List<JsonObject> hits) throws CallFailedException {
        Map<String, StormpathAccount> accounts = new LinkedHashMap<>();
        for (JsonObject hit : hits) {
            StormpathAccount account = StormpathAccount.of(hit);
            if (counts(account)) {
                accounts.putIfAbsent(account.id(), account);
            }
        }
        return new ArrayList<>(accounts.values());
    }

    /** Whether the account is in the directory, if the source has one. */
    boolean counts(StormpathAccount account) throws CallFailedException {
        Optional<String> directory = settings.directoryId();
        if (directory.isPresent() && account.directoryId().isEmpty()) {
            throw CallFailedException.maybeSent(
                    Failure.of(Failure.Kind.MALFORMED_RESPONSE, "The platform's account does not tell its directory."));
        }
        return directory.isEmpty() || directory.equals(account.directoryId());
    }
}
