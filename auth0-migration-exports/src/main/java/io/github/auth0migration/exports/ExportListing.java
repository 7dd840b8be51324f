package io.github.auth0migration.exports;

import io.github.auth0migration.Failure;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.exports.index.AccountIndex;
import io.github.auth0migration.exports.index.AccountIndex.Located;
import io.github.auth0migration.exports.index.RowKey;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.PageReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every account in the order of the index, then the broken rows that are of nobody in particular. */
final class ExportListing<A> implements PageReader {

    private static final int PAGE = 500;
    private static final String AFTER = "after:";
    private static final String BROKEN = "broken:";
    private static final Pattern CURSOR = Pattern.compile("(after:[0-9a-f]{32}|broken:[0-9]{1,15})?");

    private final AccountIndex index;
    private final Platform<A> platform;
    private final AccountRows<A> rows;

    ExportListing(AccountIndex index, Platform<A> platform) {
        this.index = index;
        this.platform = platform;
        this.rows = new AccountRows<>(index, platform);
    }

    /** The cursor, if it is one of ours. */
    static ListingCursor checked(ListingCursor from) {
        if (!CURSOR.matcher(from.value()).matches()) {
            throw ListingCursor.foreign();
        }
        return from;
    }

    @Override
    public Page read(ListingCursor at) throws CallFailedException {
        if (at.value().startsWith(BROKEN)) {
            return broken(at, Long.parseLong(at.value().substring(BROKEN.length())));
        }
        return accounts(at, at.isBeginning() ? null : at.value().substring(AFTER.length()));
    }

    private Page accounts(ListingCursor at, @Nullable String position) throws CallFailedException {
        List<Located> page = index.after(position, PAGE);
        List<SourceUser> users = new ArrayList<>();
        for (Located located : page) {
            users.add(entry(located, at));
        }
        String next = page.size() < PAGE
                ? BROKEN + "0"
                : AFTER + page.get(page.size() - 1).position();
        return new Page(users, Optional.of(new ListingCursor(next)));
    }

    private Page broken(ListingCursor at, long from) throws CallFailedException {
        List<AccountIndex.Broken> page = index.strayBroken(from, PAGE);
        List<SourceUser> users = page.stream()
                .<SourceUser>map(broken -> new SourceUser.Unreadable(
                        broken.row().file() + ", line " + broken.row().line() + " (broken row " + broken.number() + ")",
                        Failure.of(Failure.Kind.MALFORMED_RESPONSE, broken.row().reason()),
                        at))
                .toList();
        return new Page(
                users,
                page.size() < PAGE
                        ? Optional.empty()
                        : Optional.of(
                                new ListingCursor(BROKEN + (page.get(PAGE - 1).number() + 1))));
    }

    /** What is wrong with a row is its own matter; a file that cannot be read is the page's. */
    private SourceUser entry(Located located, ListingCursor at) throws CallFailedException {
        try {
            A account = rows.account(located);
            MigratedUser user = platform.user(account);
            Optional<Refusal.Reason> obstacle =
                    platform.obstacle(account, TimeSource.system().instant());
            return obstacle.isPresent()
                    ? new SourceUser.Refused(user, obstacle.get(), platform.password(account), at)
                    : new SourceUser.Migratable(user, platform.password(account), at);
        } catch (CallFailedException e) {
            if (e.failure().kind() != Failure.Kind.MALFORMED_RESPONSE) {
                throw e;
            }
            return new SourceUser.Unreadable(id(located), e.failure(), at);
        }
    }

    /** The account's own id; where even that cannot be read, where its row stands. */
    private String id(Located located) throws CallFailedException {
        try {
            return platform.key(index.row(located)).map(RowKey::id).orElse(rows.place(located));
        } catch (CallFailedException e) {
            return rows.place(located) + " (" + located.position() + ")";
        }
    }
}
