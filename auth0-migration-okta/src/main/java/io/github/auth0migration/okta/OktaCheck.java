package io.github.auth0migration.okta;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.CheckReport.Level;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the set-up: engine, clock, token, rights. */
final class OktaCheck {

    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);

    private final OktaSettings settings;
    private final OktaApi api;

    OktaCheck(OktaSettings settings, OktaApi api) {
        this.settings = settings;
        this.api = api;
    }

    CheckReport run() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(20));
        List<Finding> findings = new ArrayList<>(organization(deadline));
        if (settings.isLoginOnly()) {
            findings.add(new Finding(
                    "token",
                    Level.WARNING,
                    "The source has no API token (loginOnly): people can sign in, but there is no look-up, so no"
                            + " password reset before a person's first sign-in."));
        } else {
            findings.addAll(tokenAndRights(deadline));
        }
        return new CheckReport(findings);
    }

    private List<Finding> organization(Deadline deadline) {
        HttpReply reply;
        String pipeline;
        try {
            reply = api.organization(deadline);
            pipeline = reply.jsonObject().string("pipeline").orElse("");
        } catch (CallFailedException e) {
            return List.of(problem("engine", "The organization at orgUrl does not answer as Okta does.", e));
        }
        Finding engine = switch (pipeline) {
            case "v1" -> new Finding("engine", Level.OK, "The organization runs Okta Classic Engine.");
            case "idx" ->
                new Finding(
                        "engine",
                        Level.OK,
                        "The organization runs Okta Identity Engine; its app sign-on policies and passwordless"
                                + " sign-ins do not apply to this API.");
            default ->
                new Finding(
                        "engine",
                        Level.WARNING,
                        "The organization does not say which engine it runs; Classic and Identity Engine are known to"
                                + " work.");
        };
        return List.of(engine, clock(reply, deadline.time().instant()));
    }

    private static Finding clock(HttpReply reply, Instant ours) {
        Optional<Instant> theirs = reply.header("date").map(OktaRateLimit::instant);
        if (theirs.isEmpty()) {
            return new Finding("clock", Level.WARNING, "Okta's answer has no Date, so the clocks cannot be compared.");
        }
        Duration skew = Duration.between(theirs.get(), ours).abs();
        return skew.compareTo(TOLERATED_SKEW) <= 0
                ? new Finding("clock", Level.OK, "This machine's clock agrees with Okta's.")
                : new Finding(
                        "clock",
                        Level.WARNING,
                        "This machine's clock differs from Okta's by " + skew.toSeconds()
                                + " seconds: times of migration will be wrong; synchronize it.");
    }

    private List<Finding> tokenAndRights(Deadline deadline) {
        JsonObject tokenOwner;
        try {
            tokenOwner = api.user("me", deadline)
                    .orElseThrow(() -> CallFailedException.maybeSent(
                            Failure.of(Failure.Kind.SOURCE_CREDENTIALS, "The token's owner does not exist any more.")));
        } catch (CallFailedException e) {
            return List.of(problem("token", "The API token does not work: create a new one.", e));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("token", Level.OK, "Okta accepts the API token. It dies after 30 days without use."));
        findings.add(search(deadline));
        if (settings.secondFactor() == SecondFactorPolicy.REFUSE) {
            findings.add(factors(tokenOwner, deadline));
        }
        return findings;
    }

    private Finding search(Deadline deadline) {
        try {
            OktaApi.Hits ignored = api.search("profile.login eq \"nobody@check.invalid\"", deadline);
            return new Finding("rights", Level.OK, "The API token may search for people.");
        } catch (CallFailedException e) {
            return problem(
                    "rights",
                    "The API token may not search for people: make its owner a read-only" + " administrator.",
                    e);
        }
    }

    private Finding factors(JsonObject tokenOwner, Deadline deadline) {
        try {
            return api.factors(tokenOwner.requiredString("id"), deadline).isPresent()
                    ? new Finding("factors", Level.OK, "The API token may see who has a second factor.")
                    : new Finding(
                            "factors",
                            Level.WARNING,
                            "The API token may not see second factors: a sign-in with one is still refused, but a reset"
                                    + " by mail would shed it. Give the token's owner a role that may read factors.");
        } catch (CallFailedException e) {
            return problem("factors", "Whether the API token may see second factors cannot be told.", e);
        }
    }

    private static Finding problem(String subject, String sentence, CallFailedException e) {
        return new Finding(subject, Level.PROBLEM, sentence + " (" + e.failure() + ")");
    }
}
