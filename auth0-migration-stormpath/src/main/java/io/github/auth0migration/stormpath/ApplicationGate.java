package io.github.auth0migration.stormpath;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import java.util.Optional;

/**
 * No verdict before the application was seen once: compatible servers answer for an application that does not exist as if
 * everybody mistyped, and as if nobody were there. Thread-safe.
 */
final class ApplicationGate {

    private final StormpathSettings settings;
    private final StormpathApi api;
    private volatile boolean seen;

    ApplicationGate(StormpathSettings settings, StormpathApi api) {
        this.settings = settings;
        this.api = api;
    }

    /** Passes if the application was ever seen, or is there now. */
    void pass(Deadline deadline) throws CallFailedException {
        if (!seen) {
            HttpReply ignored = look(deadline);
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
}
