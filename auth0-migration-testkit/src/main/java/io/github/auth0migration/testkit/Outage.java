package io.github.auth0migration.testkit;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import java.util.List;

/** How the in-memory platform fails, if it does. */
@FunctionalInterface
interface Outage {

    Outage NONE = deadline -> {};

    Outage STALL = deadline -> {
        try {
            deadline.time().sleep(deadline.remaining());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(Failure.Kind.INTERRUPTED, "The calling thread was interrupted.");
        }
        throw failed(Failure.Kind.TIMEOUT, "The platform in memory did not answer in time.");
    };

    static Outage answering(Failure.Kind kind) {
        CallFailedException failed = failed(kind, "The platform in memory is down, as the test asked.");
        return deadline -> {
            throw failed;
        };
    }

    private static CallFailedException failed(Failure.Kind kind, String detail) {
        return CallFailedException.maybeSent(Failure.of(kind, detail));
    }

    /** Lets a call pass, or not. */
    void pass(Deadline deadline) throws CallFailedException;

    default CheckReport report() {
        CheckReport.Level level = this == NONE ? CheckReport.Level.OK : CheckReport.Level.PROBLEM;
        String sentence = this == NONE ? "The platform in memory is up." : "The platform in memory is down.";
        return new CheckReport(List.of(new CheckReport.Finding("platform", level, sentence)));
    }
}
