package io.github.auth0migration.gigya;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.gigya.internal.GigyaAccount;
import io.github.auth0migration.gigya.internal.GigyaMapping;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.PageReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everybody, page by page along one cursor. */
final class GigyaListing implements PageReader {

    // Tells a cursor of ours from somebody else's: Gigya's own have no form.
    private static final String CURSOR = "gigya-cursor:";

    private static final String QUERY = "SELECT * FROM accounts LIMIT 1000";

    // Each account is read by itself, and all of a page within the five minutes that Gigya keeps a cursor.
    private static final String QUERY_FOR_PASSWORDS = "SELECT * FROM accounts LIMIT 200";

    // Gigya itself takes up to a minute for a search, and forgets a cursor after five.
    private static final Duration PAGE_TIMEOUT = Duration.ofSeconds(65);
    private static final Duration ACCOUNT_TIMEOUT = Duration.ofSeconds(20);

    private final GigyaSettings settings;
    private final GigyaApi api;
    private final GigyaMapping profile;

    GigyaListing(GigyaSettings settings, GigyaApi api, GigyaMapping profile) {
        this.settings = settings;
        this.api = api;
        this.profile = profile;
    }

    /** The cursor, if it is one of ours. */
    static ListingCursor checked(ListingCursor from) {
        if (!from.isBeginning() && !from.value().startsWith(CURSOR)) {
            throw ListingCursor.foreign();
        }
        return from;
    }

    @Override
    public Page read(ListingCursor at) throws CallFailedException {
        Deadline deadline = Deadline.after(PAGE_TIMEOUT);
        SearchPage page = at.isBeginning()
                ? api.firstPage(settings.exportsPasswords() ? QUERY_FOR_PASSWORDS : QUERY, deadline)
                : api.nextPage(at.value().substring(CURSOR.length()), deadline);
        // A search that finds nobody may leave them out; a site that lists everybody has somebody.
        if (!page.json().has("results")) {
            throw SearchPage.malformed("Gigya's page has no results, so whether somebody is missing cannot be said.");
        }
        List<SourceUser> users = new ArrayList<>();
        for (JsonObject row : page.rows()) {
            // Lite accounts have neither UID nor password.
            if (row.has("UID")) {
                user(row, at, users.size()).ifPresent(users::add);
            }
        }
        // A page may be short or empty before the end; only a missing cursor is the end.
        return new Page(users, next(page.json()));
    }

    private static Optional<ListingCursor> next(JsonObject page) throws CallFailedException {
        return page.string("nextCursorId").filter(id -> !id.isEmpty()).map(id -> new ListingCursor(CURSOR + id));
    }

    /** One row; empty if the account was deleted since. */
    private Optional<SourceUser> user(JsonObject row, ListingCursor at, int place) throws CallFailedException {
        if (!settings.exportsPasswords() || !(row.asMap().get("UID") instanceof String uid) || uid.isEmpty()) {
            return Optional.of(entry(row, row, at, place));
        }
        return api.accountWithPassword(uid, Deadline.after(ACCOUNT_TIMEOUT))
                .map(account -> entry(row, account, at, place));
    }

    private SourceUser entry(JsonObject row, JsonObject json, ListingCursor at, int place) {
        try {
            GigyaAccount account = GigyaAccount.of(json);
            if (!account.uid().equals(row.requiredString("UID"))) {
                throw SearchPage.malformed("Gigya shows another account than the one that was asked for.");
            }
            MigratedUser user = profile.map(account);
            Optional<Reason> obstacle = account.obstacle(
                    settings.policies().incompleteRegistration(),
                    TimeSource.system().instant());
            ExportedPassword password = settings.exportsPasswords() ? account.password() : ExportedPassword.none();
            return obstacle.isPresent()
                    ? new SourceUser.Refused(user, obstacle.get(), password, at)
                    : new SourceUser.Migratable(user, password, at);
        } catch (CallFailedException e) {
            return new SourceUser.Unreadable(id(row, at, place), e.failure(), at);
        }
    }

    private static String id(JsonObject json, ListingCursor at, int place) {
        return json.asMap().get("UID") instanceof String uid && !uid.isEmpty() ? uid : at + "#" + place;
    }
}
