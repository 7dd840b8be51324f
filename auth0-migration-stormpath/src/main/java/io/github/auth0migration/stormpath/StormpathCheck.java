package io.github.auth0migration.stormpath;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the set-up: API key, application, clock, account store, search. */
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
        store(deadline).ifPresent(findings::add);
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

    private Optional<Finding> store(Deadline deadline) {
        AccountStore store = settings.accountStore();
        if (store == null) {
            return Optional.empty();
        }
        if (store.resource().isEmpty()) {
            return Optional.of(Finding.warning(
                    "accountStore",
                    "An account store by its name key cannot be checked: if it is not the application's, nobody can sign"
                            + " in."));
        }
        try {
            gate.lookForStore(deadline);
            return Optional.of(Finding.ok("accountStore", "The account store is one of the application's."));
        } catch (CallFailedException e) {
            return Optional.of(Finding.problem(
                    "accountStore",
                    "The account store is not seen among the application's, and until it is, nobody can sign in: compare"
                            + " accountStore.",
                    e.failure()));
        }
    }

    /** Some servers ignore what they do not know and show everybody. */
    private Finding lookup(Deadline deadline) {
        try {
            return api.search("email", NOBODY, 0, deadline).hits().isEmpty()
                    ? Finding.ok("lookup", "The application's accounts can be searched by address.")
                    : Finding.problem(
                            "lookup",
                            "The search by address finds somebody whom nobody knows: this server does not search as"
                                    + " Stormpath does.");
        } catch (CallFailedException e) {
            return Finding.problem("lookup", "The application's accounts cannot be searched.", e.failure());
        }
    }
}
