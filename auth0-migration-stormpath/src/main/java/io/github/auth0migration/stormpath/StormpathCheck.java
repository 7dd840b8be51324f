package io.github.auth0migration.stormpath;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.CheckReport.Level;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the set-up: API key, application, clock, search. */
final class StormpathCheck {

    private static final String NOBODY = "nobody@check.invalid";

    private final StormpathSettings settings;
    private final StormpathApi api;
    private final ApplicationGate gate;

    StormpathCheck(StormpathSettings settings, StormpathApi api, ApplicationGate gate) {
        this.settings = settings;
        this.api = api;
        this.gate = gate;
    }

    CheckReport run() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(20));
        HttpReply application;
        String status;
        try {
            application = gate.look(deadline);
            status = application.jsonObject().string("status").orElse("ENABLED");
        } catch (CallFailedException e) {
            return new CheckReport(List.of(unseen(e.failure())));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("key", "Stormpath accepts the API key."));
        findings.add(
                status.equals("ENABLED")
                        ? Finding.ok("application", "The application is there.")
                        : Finding.warning(
                                "application", "The application is disabled: people may not be able to sign in."));
        if (settings.apiKey().authentication() == StormpathAuthentication.SAUTHC1) {
            findings.add(PlatformClock.compare(application, deadline.time().instant()));
        }
        findings.add(lookup(deadline));
        return new CheckReport(findings);
    }

    private static Finding unseen(Failure failure) {
        return failure.kind() == Failure.Kind.SOURCE_CREDENTIALS
                ? Finding.problem(
                        "key",
                        "Stormpath does not accept the API key: compare its id and secret, and with SAUTHC1 this machine's"
                                + " clock.",
                        failure)
                : Finding.problem(
                        "application",
                        "The application cannot be seen, and until it is, nobody can sign in: compare baseUrl and"
                                + " applicationId.",
                        failure);
    }

    /** Some servers ignore what they do not know and show everybody. */
    private Finding lookup(Deadline deadline) {
        try {
            return api.search("email", NOBODY, 0, deadline).hits().isEmpty()
                    ? Finding.ok("lookup", "The application's accounts can be searched by address.")
                    : new Finding(
                            "lookup",
                            Level.PROBLEM,
                            "The search by address finds somebody whom nobody knows: this server does not search as"
                                    + " Stormpath does.");
        } catch (CallFailedException e) {
            return Finding.problem("lookup", "The application's accounts cannot be searched.", e.failure());
        }
    }
}
