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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        } else if (settings.serviceApp() != null) {
            findings.addAll(serviceApp(deadline));
        } else {
            findings.addAll(apiToken(deadline));
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

    private List<Finding> apiToken(Deadline deadline) {
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
        findings.addAll(rights(tokenOwner.asMap().get("id"), deadline));
        return findings;
    }

    /** A service app is no person, so there is nobody to ask for as "me". */
    private List<Finding> serviceApp(Deadline deadline) {
        try {
            api.prepareCredentials(deadline);
        } catch (CallFailedException e) {
            return List.of(Finding.problem("token", "Okta gives the service app no access token.", e.failure()));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("token", "Okta gives the service app access tokens."));
        findings.addAll(rights(null, deadline));
        return findings;
    }

    private List<Finding> rights(@Nullable Object ownerId, Deadline deadline) {
        List<Finding> findings = new ArrayList<>();
        try {
            OktaApi.Hits active = api.search("status eq \"ACTIVE\"", deadline);
            findings.add(Finding.ok("rights", "The source may search for people."));
            if (settings.secondFactor() == SecondFactorPolicy.REFUSE) {
                findings.add(factors(somebodyElse(active, ownerId), deadline));
            }
        } catch (CallFailedException e) {
            findings.add(Finding.problem(
                    "rights",
                    "The source may not search for people: make the token's owner, or the service app, a read-only"
                            + " administrator of the whole organization.",
                    e.failure()));
        }
        return findings;
    }

    /** Everybody may see their own factors: that says nothing about other people's. */
    private static Optional<String> somebodyElse(OktaApi.Hits people, @Nullable Object ownerId)
            throws CallFailedException {
        for (JsonObject person : people.hits()) {
            if (!person.requiredString("id").equals(ownerId)) {
                return person.string("id");
            }
        }
        return Optional.ofNullable(ownerId).map(Object::toString);
    }

    private Finding factors(Optional<String> id, Deadline deadline) {
        if (id.isEmpty()) {
            return Finding.warning("factors", "There is no active person yet whose second factors could be looked at.");
        }
        try {
            return api.factors(id.get(), deadline).isPresent()
                    ? Finding.ok("factors", "The source may see who has a second factor.")
                    : Finding.warning(
                            "factors",
                            "The source may not see second factors: one is refused only where Okta asks for it at the"
                                    + " sign-in, and a reset by mail would shed it. Give the token's owner, or the service"
                                    + " app, a role that may read factors.");
        } catch (CallFailedException e) {
            return Finding.problem("factors", "Whether the source may see second factors cannot be told.", e.failure());
        }
    }
}
