package io.github.auth0migration.stormpath;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.PageReader;
import io.github.auth0migration.spi.PagedListing;
import io.github.auth0migration.stormpath.internal.StormpathAccount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All accounts of the application, oldest first. Pages are offsets, so whoever is removed makes all behind move up, and
 * whoever stood first on the next page would never be seen: each page therefore begins with the last row of the one
 * before, and if that is not there, further back.
 */
final class StormpathListing {

    private static final Duration PAGE_TIMEOUT = Duration.ofMinutes(1);

    private final StormpathApi api;
    private final ApplicationGate gate;
    private final StormpathSearch search;
    private final StormpathLookup lookup;
    private final StormpathProfile profile;

    StormpathListing(
            StormpathApi api,
            ApplicationGate gate,
            StormpathSearch search,
            StormpathLookup lookup,
            StormpathProfile profile) {
        this.api = api;
        this.gate = gate;
        this.search = search;
        this.lookup = lookup;
        this.profile = profile;
    }

    Stream<SourceUser> users(ListingCursor from) {
        ListingPosition checked = ListingPosition.of(from);
        return PagedListing.stream(checked.cursor(), this::page);
    }

    /**
     * New rows.
     *
     * @param offset where the first one stands
     * @param rows the rows; none at the end
     */
    private record Fresh(long offset, List<JsonObject> rows) {}

    private PageReader.Page page(ListingCursor at) throws CallFailedException {
        gate.pass(Deadline.after(PAGE_TIMEOUT));
        Fresh fresh = fresh(ListingPosition.of(at));
        List<SourceUser> users = new ArrayList<>();
        for (int i = 0; i < fresh.rows().size(); i++) {
            listed(fresh.rows().get(i), fresh.offset() + i, at).ifPresent(users::add);
        }
        return new PageReader.Page(users, next(fresh));
    }

    private static Optional<ListingCursor> next(Fresh fresh) {
        if (fresh.rows().isEmpty()) {
            return Optional.empty();
        }
        JsonObject last = fresh.rows().get(fresh.rows().size() - 1);
        return Optional.of(new ListingPosition(
                        fresh.offset() + fresh.rows().size(),
                        ListingPosition.Anchor.of(last).orElse(null))
                .cursor());
    }

    /** The end is an empty page: no server's word on sizes and limits is to be relied on. */
    private Fresh fresh(ListingPosition from) throws CallFailedException {
        ListingPosition.Anchor anchor = from.anchor();
        if (anchor == null) {
            return new Fresh(from.offset(), rows(from.offset()));
        }
        long start = from.offset() - 1;
        List<JsonObject> page = rows(start);
        for (long back = StormpathApi.PAGE; start > 0 && !anchor.connectsTo(page); back *= 2) {
            start = Math.max(0, start - back);
            page = rows(start);
        }
        while (!page.isEmpty()) {
            List<JsonObject> behind = anchor.behind(page);
            if (!behind.isEmpty()) {
                return new Fresh(start + page.size() - behind.size(), behind);
            }
            start += page.size();
            List<JsonObject> next = rows(start);
            requireProgress(page, next);
            page = next;
        }
        return new Fresh(start, List.of());
    }

    /** A server, or a cache before it, that ignores the offset would show the same page for ever. */
    private static void requireProgress(List<JsonObject> before, List<JsonObject> page) throws CallFailedException {
        if (!page.isEmpty() && Rows.isSame(before.get(0), page.get(0))) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE, "The platform shows the same page of accounts at every offset."));
        }
    }

    /** A page, if need be without custom data that are too large for it: each account is then read by itself. */
    private List<JsonObject> rows(long offset) throws CallFailedException {
        List<JsonObject> rows;
        try {
            rows = api.accounts(offset, StormpathApi.Expand.CUSTOM_DATA, Deadline.after(PAGE_TIMEOUT));
        } catch (CallFailedException e) {
            if (e.failure().kind() != Failure.Kind.MALFORMED_RESPONSE) {
                throw e;
            }
            rows = api.accounts(offset, StormpathApi.Expand.NOTHING, Deadline.after(PAGE_TIMEOUT));
        }
        Rows.requireOrder(rows);
        return rows;
    }

    /**
     * The entry of a row; empty for somebody of another directory, or who has just been removed. What is wrong with the
     * row is its own matter; a call that fails is the page's.
     */
    private Optional<SourceUser> listed(JsonObject row, long index, ListingCursor at) throws CallFailedException {
        StormpathAccount account;
        try {
            account = StormpathAccount.of(row);
            if (!search.counts(account)) {
                return Optional.empty();
            }
        } catch (CallFailedException e) {
            return Optional.of(new SourceUser.Unreadable(Rows.id(row).orElse("row " + index), e.failure(), at));
        }
        Optional<StormpathAccount> whole = profile.lacksCustomData(account)
                ? lookup.byId(account.id(), Deadline.after(PAGE_TIMEOUT))
                : Optional.of(account);
        return whole.isPresent() ? Optional.of(listed(whole.get(), at)) : Optional.empty();
    }

    private SourceUser listed(StormpathAccount account, ListingCursor at) throws CallFailedException {
        Map<String, Object> groups = profile.groups(account, Deadline.after(PAGE_TIMEOUT));
        MigratedUser user;
        try {
            user = profile.map(account, groups);
        } catch (CallFailedException e) {
            return new SourceUser.Unreadable(account.id(), e.failure(), at);
        }
        return account.obstacle().isPresent()
                ? new SourceUser.Refused(user, account.obstacle().get(), at)
                : new SourceUser.Migratable(user, ExportedPassword.none(), at);
    }
}
