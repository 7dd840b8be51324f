package io.github.auth0migration.okta;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the set-up: engine, clock, token, rights. */
final class OktaCheck {

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
            findings.add(Finding.warning(
                    "token",
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
            return List.of(
                    Finding.problem("engine", "The organization at orgUrl does not answer as Okta does.", e.failure()));
        }
        Finding engine = switch (pipeline) {
            case "v1" -> Finding.ok("engine", "The organization runs Okta Classic Engine.");
            case "idx" ->
                Finding.ok(
                        "engine",
                        "The organization runs Okta Identity Engine; its app sign-on policies and passwordless"
                                + " sign-ins do not apply to this API.");
            default ->
                Finding.warning(
                        "engine",
                        "The organization does not say which engine it runs; Classic and Identity Engine are known to"
                                + " work.");
        };
        return List.of(engine, PlatformClock.compare(reply, deadline.time().instant()));
    }

    private List<Finding> tokenAndRights(Deadline deadline) {
        JsonObject tokenOwner;
        try {
            tokenOwner = api.user("me", deadline)
                    .orElseThrow(() -> CallFailedException.maybeSent(
                            Failure.of(Failure.Kind.SOURCE_CREDENTIALS, "The token's owner does not exist any more.")));
        } catch (CallFailedException e) {
            return List.of(Finding.problem("token", "The API token does not work: create a new one.", e.failure()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("token", "Okta accepts the API token. It dies after 30 days without use."));
        findings.addAll(rights(tokenOwner, deadline));
        return findings;
    }

    private List<Finding> rights(JsonObject tokenOwner, Deadline deadline) {
        List<Finding> findings = new ArrayList<>();
        try {
            OktaApi.Hits active = api.search("status eq \"ACTIVE\"", deadline);
            findings.add(Finding.ok("rights", "The API token may search for people."));
            if (settings.secondFactor() == SecondFactorPolicy.REFUSE) {
                findings.add(factors(somebodyElse(active, tokenOwner), deadline));
            }
        } catch (CallFailedException e) {
            findings.add(Finding.problem(
                    "rights",
                    "The API token may not search for people: make its owner a read-only administrator of the whole"
                            + " organization.",
                    e.failure()));
        }
        return findings;
    }

    /** Everybody may see their own factors: that says nothing about other people's. */
    private static String somebodyElse(OktaApi.Hits people, JsonObject tokenOwner) throws CallFailedException {
        String owner = tokenOwner.requiredString("id");
        for (JsonObject person : people.hits()) {
            if (!person.requiredString("id").equals(owner)) {
                return person.requiredString("id");
            }
        }
        return owner;
    }

    private Finding factors(String id, Deadline deadline) {
        try {
            return api.factors(id, deadline).isPresent()
                    ? Finding.ok("factors", "The API token may see who has a second factor.")
                    : Finding.warning(
                            "factors",
                            "The API token may not see second factors: one is refused only where Okta asks for it at the"
                                    + " sign-in, and a reset by mail would shed it. Give the token's owner a role that may"
                                    + " read factors.");
        } catch (CallFailedException e) {
            return Finding.problem(
                    "factors", "Whether the API token may see second factors cannot be told.", e.failure());
        }
    }
}
