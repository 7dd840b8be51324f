package io.github.auth0migration.okta;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.PageReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the pages of everybody: first all who are not deactivated, then those who are, then those whose status has
 * changed since the first page.
 */
final class OktaListing implements PageReader {

    /** For a page, and for each person's factors on it: a rate limit's window of a minute fits. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Halved down to this when Okta fails on a page, for that is how it says that the page took too long. */
    private static final int SMALLEST_LIMIT = 25;

    /** How far before the first page's date the listing counts as begun: an answer takes its time, and its date is rough. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** The same before this machine's time, which stands in for a date that is missing: the clocks may differ. */
    private static final Duration MARGIN_OF_OUR_CLOCK = Duration.ofMinutes(5);

    private final OktaSettings settings;
    private final OktaApi api;
    private final OktaLookup lookup;
    private final OktaProfile profile;
    private final TimeSource time;

    OktaListing(OktaSettings settings, OktaApi api, OktaLookup lookup, OktaProfile profile, TimeSource time) {
        this.settings = settings;
        this.api = api;
        this.lookup = lookup;
        this.profile = profile;
        this.time = time;
    }

    @Override
    public Page read(ListingCursor at) throws CallFailedException {
        if (settings.isLoginOnly()) {
            throw CallFailedException.unsent(Failure.of(
                    Failure.Kind.CONFIGURATION, "This source was built with loginOnly() and has no listing."));
        }
        Instant asked = time.instant();
        ListingPosition position = ListingPosition.of(at);
        OktaApi.Page page = page(position);
        Instant begin = page.date().map(date -> date.minus(MARGIN)).orElse(asked.minus(MARGIN_OF_OUR_CLOCK));
        List<SourceUser> users = new ArrayList<>();
        for (JsonObject row : page.rows()) {
            users.add(user(row, at, users.size() + 1));
        }
        return new Page(users, position.begunAt(begin).next(page.next()).map(ListingPosition::cursor));
    }

    private OktaApi.Page page(ListingPosition position) throws CallFailedException {
        Deadline deadline = Deadline.after(TIMEOUT, time);
        ListingPosition tried = position;
        while (true) {
            try {
                return api.users(tried.request(), deadline);
            } catch (CallFailedException e) {
                int smaller = tried.limit() / 2;
                if (e.failure().kind() != Failure.Kind.SERVER_ERROR
                        || smaller < SMALLEST_LIMIT
                        || deadline.isExpired()) {
                    throw e;
                }
                tried = tried.withLimit(smaller);
            }
        }
    }

    private SourceUser user(JsonObject row, ListingCursor at, int number) throws CallFailedException {
        OktaUser account;
        MigratedUser user;
        try {
            account = OktaUser.of(row);
            user = profile.map(account);
        } catch (CallFailedException e) {
            return new SourceUser.Unreadable(id(row, at, number), e.failure(), at);
        }
        try {
            Optional<Reason> obstacle = obstacle(account);
            return obstacle.isPresent()
                    ? new SourceUser.Refused(user, obstacle.get(), at)
                    : new SourceUser.Migratable(user, ExportedPassword.none(), at);
        } catch (CallFailedException e) {
            // Factors that make no sense are this person's; that Okta cannot be asked is not.
            if (e.failure().kind() != Failure.Kind.MALFORMED_RESPONSE) {
                throw e;
            }
            return new SourceUser.Unreadable(account.id(), e.failure(), at);
        }
    }

    /** What a look-up refuses them for. */
    private Optional<Reason> obstacle(OktaUser account) throws CallFailedException {
        Optional<Reason> obstacle = account.obstacle();
        if (obstacle.isPresent() || settings.secondFactor() != SecondFactorPolicy.REFUSE) {
            return obstacle;
        }
        return lookup.hasSecondFactor(account.id(), Deadline.after(TIMEOUT, time))
                ? Optional.of(Reason.SECOND_FACTOR_REQUIRED)
                : Optional.empty();
    }

    private static String id(JsonObject row, ListingCursor at, int number) {
        return row.asMap().get("id") instanceof String id && OktaSettings.isOktaId(id)
                ? id
                : "row " + number + " of page " + (at.isBeginning() ? "1" : at.value());
    }
}
