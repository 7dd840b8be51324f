package io.github.auth0migration.gigya;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.gigya.internal.GigyaAccount;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.PlatformClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at the set-up: data centre, credentials, clock, and what the key may do. */
final class GigyaCheck {

    private final GigyaSettings settings;
    private final GigyaApi api;

    GigyaCheck(GigyaSettings settings, GigyaApi api) {
        this.settings = settings;
        this.api = api;
    }

    CheckReport run() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(20));
        GigyaReply reply;
        try {
            reply = api.probe(deadline);
        } catch (CallFailedException e) {
            return new CheckReport(
                    List.of(Finding.problem("connection", "The site does not answer as Gigya does.", e.failure())));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(PlatformClock.compare(reply.http(), deadline.time().instant()));
        findings.add(credentials(reply));
        if (reply.isOk() || reply.code() == 403007) {
            findings.addAll(rights(reply, deadline));
        }
        return new CheckReport(findings);
    }

    private static Finding credentials(GigyaReply reply) {
        return switch (reply.code()) {
            case 0, 403007 -> Finding.ok("credentials", "Gigya accepts the user key for this site.");
            case 301001 ->
                Finding.problem(
                        "data centre",
                        "The site is not in this data centre.",
                        reply.error().failure());
            case 403002 ->
                Finding.problem(
                        "clock",
                        "Gigya refuses our requests as too old.",
                        reply.error().failure());
            default ->
                Finding.problem(
                        "credentials",
                        "The credentials do not work: check apiKey and credentials.",
                        reply.error().failure());
        };
    }

    private List<Finding> rights(GigyaReply searched, Deadline deadline) {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                searched.isOk()
                        ? Finding.ok("search", "The user key may search: look-ups and listings work.")
                        : Finding.problem(
                                "search",
                                "The user key may not search: there is no listing, and whether a user id is unknown"
                                        + " cannot be told.",
                                searched.error().failure()));
        if (settings.lookup() == GigyaLookupMethod.IDENTIFIERS_FIRST) {
            findings.add(identifiers(deadline));
        }
        findings.add(account(searched, deadline));
        return findings;
    }

    private Finding identifiers(Deadline deadline) {
        try {
            GigyaReply reply = api.find("email", UUID.randomUUID() + "@check.invalid", deadline);
            if (reply.error().isMissingMethod()) {
                return Finding.warning(
                        "identifiers",
                        "accounts.identifiers.find is not to be had with this user key: look-ups go through the search"
                                + " index, which lags behind, and some identifiers cannot be looked for.");
            }
            if (!api.isNobody(reply, deadline)) {
                JsonObject ignored = GigyaApi.accepted(reply);
            }
            return Finding.ok("identifiers", "The user key may look for people by their identifiers.");
        } catch (CallFailedException e) {
            return Finding.problem(
                    "identifiers", "Whether people can be looked for by identifier cannot be told.", e.failure());
        }
    }

    private Finding account(GigyaReply searched, Deadline deadline) {
        try {
            List<JsonObject> rows = searched.isOk() ? searched.json().objects("results") : List.of();
            Optional<String> uid =
                    rows.isEmpty() ? Optional.empty() : rows.get(0).string("UID");
            if (uid.isEmpty()) {
                return Finding.warning("account", "There is no account to try whether the user key may read one.");
            }
            Optional<JsonObject> account = settings.exportsPasswords()
                    ? api.accountWithPassword(uid.get(), deadline)
                    : api.account(uid.get(), deadline);
            return account.isEmpty()
                    ? Finding.warning("account", "The account that was looked at is gone: check again.")
                    : readable(account.get());
        } catch (CallFailedException e) {
            return Finding.problem("account", "The user key may not read accounts.", e.failure());
        }
    }

    private Finding readable(JsonObject account) throws CallFailedException {
        if (!settings.exportsPasswords()) {
            return Finding.ok("account", "The user key may read accounts.");
        }
        return GigyaAccount.hasHash(account.object("password"))
                ? Finding.ok("passwords", "The user key may read password hashes.")
                : Finding.warning(
                        "passwords",
                        "The one account that was looked at shows no password hash: it has none, or the user key lacks the"
                                + " privilege to read them.");
    }
}
