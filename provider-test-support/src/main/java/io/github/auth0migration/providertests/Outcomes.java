package io.github.auth0migration.providertests;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.testsupport.SecretScan;
import java.util.stream.Collectors;

/** Outcomes in words, for tables. */
public final class Outcomes {

    private Outcomes() {}

    public static String of(LoginOutcome outcome) {
        return SecretScan.clean(outcome)
                .fold(
                        in -> "Authenticated"
                                + (in.caveats().isEmpty()
                                        ? ""
                                        : in.caveats().stream()
                                                .map(Caveat::code)
                                                .collect(Collectors.joining(", ", " (", ")"))),
                        rejected -> "Rejected " + rejected.cause(),
                        refused -> of(refused.refusal()),
                        unavailable -> "Unavailable " + unavailable.failure().kind());
    }

    public static String of(LookupOutcome outcome) {
        return SecretScan.clean(outcome)
                .fold(
                        found -> "Found",
                        nobody -> "NotFound " + nobody.evidence(),
                        refused -> of(refused.refusal()),
                        unavailable -> "Unavailable " + unavailable.failure().kind());
    }

    private static String of(Refusal refusal) {
        return "Refused " + refusal.reason() + (refusal.passwordProved() ? ", password proved" : "");
    }
}
