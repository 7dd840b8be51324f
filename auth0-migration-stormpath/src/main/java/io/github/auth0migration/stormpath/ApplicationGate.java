package io.github.auth0migration.stormpath;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.stormpath.internal.Href;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * No verdict before the application was seen once, and its account store: compatible servers answer for an application
 * that does not exist as if everybody mistyped, and as if nobody were there. So does every server for a directory that is
 * not the application's. Thread-safe.
 */
final class ApplicationGate {

    private static final int MAX_STORES = 1_000;

    private final StormpathSettings settings;
    private final StormpathApi api;
    private volatile boolean seen;
    private volatile boolean storeSeen;

    ApplicationGate(StormpathSettings settings, StormpathApi api) {
        this.settings = settings;
        this.api = api;
    }

    /** Passes if application and account store were ever seen, or are there now. */
    void pass(Deadline deadline) throws CallFailedException {
        if (!seen) {
            HttpReply ignored = look(deadline);
        }
        if (!storeSeen) {
            lookForStore(deadline);
        }
    }

    /** Reads the application. */
    HttpReply look(Deadline deadline) throws CallFailedException {
        HttpReply reply = api.application(deadline);
        String href = reply.jsonObject().requiredString("href");
        if (!Href.id("applications", href).equals(Optional.of(settings.applicationId()))) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE, "The platform showed something else than the application."));
        }
        seen = true;
        return reply;
    }

    /** Sees that the account store is one of the application's, if it has an address to tell it by. */
    void lookForStore(Deadline deadline) throws CallFailedException {
        Optional<String> store = Optional.ofNullable(settings.accountStore()).flatMap(AccountStore::resource);
        if (store.isPresent() && !isMapped(store.get(), deadline)) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.CONFIGURATION,
                    "accountStore is not one of the application's: map it, or name one of those that are mapped."));
        }
        storeSeen = true;
    }

    /** The end is a page with nothing new: no server's word on sizes is to be relied on, nor that it knows offsets. */
    private boolean isMapped(String store, Deadline deadline) throws CallFailedException {
        Set<String> known = new HashSet<>();
        boolean isNew = true;
        for (int read = 0; isNew && read < MAX_STORES; ) {
            List<JsonObject> mappings = api.storeMappings(read, deadline).hits();
            isNew = known.addAll(stores(mappings));
            if (known.contains(store)) {
                return true;
            }
            read += mappings.size();
        }
        return false;
    }

    private static Set<String> stores(List<JsonObject> mappings) throws CallFailedException {
        Set<String> stores = new HashSet<>();
        for (JsonObject mapping : mappings) {
            Href.resource(mapping.object("accountStore").requiredString("href")).ifPresent(stores::add);
        }
        return stores;
    }
}
