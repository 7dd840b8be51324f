package io.github.auth0migration.simulators.auth0;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The tenant's log. */
final class TenantLog {

    private final List<TenantLogEvent> events = new CopyOnWriteArrayList<>();

    TenantLogEvent add(String type, String userId, String description) {
        TenantLogEvent event = new TenantLogEvent(type, userId, description);
        events.add(event);
        return event;
    }

    /** Logs a script's failure under a code of the flow that ran it. */
    TenantLogEvent addFailure(String type, ScriptResult result) {
        return add(type, "", descriptionOf(result));
    }

    private static String descriptionOf(ScriptResult result) {
        if (result instanceof ScriptResult.ScriptError error) {
            return error.message();
        }
        if (result instanceof ScriptResult.TimedOut timedOut) {
            return "Script execution exceeded the limit of " + timedOut.limit().toMillis() + " ms";
        }
        return result instanceof ScriptResult.Failed failed ? failed.reason() : "The script returned no profile";
    }

    List<TenantLogEvent> all() {
        return List.copyOf(events);
    }
}
