package io.github.auth0migration.testkit;

import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.UserListing;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Mistakes that a listing may make. */
final class BrokenListing {

    private BrokenListing() {}

    static UserListing endsInSilence(UserListing listing) {
        return from -> {
            Iterator<SourceUser> users = listing.users(from).iterator();
            Iterator<SourceUser> silent = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    try {
                        return users.hasNext();
                    } catch (ListingFailedException e) {
                        return false;
                    }
                }

                @Override
                public SourceUser next() {
                    return users.next();
                }
            };
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(silent, 0), false);
        };
    }

    static UserListing givesPeopleTwice(UserListing listing) {
        return from -> listing.users(from).flatMap(user -> Stream.of(user, user));
    }

    static UserListing leavesTheRefusedOut(UserListing listing) {
        return from -> listing.users(from).filter(user -> !(user instanceof SourceUser.Refused));
    }

    static UserListing letsEverybodyComeOver(UserListing listing) {
        return from -> listing.users(from)
                .map(user -> user instanceof SourceUser.Refused refused
                        ? new SourceUser.Migratable(refused.user(), ExportedPassword.none(), refused.page())
                        : user);
    }

    static UserListing makesOtherUsers(UserListing listing) {
        return from -> listing.users(from)
                .map(user -> user instanceof SourceUser.Migratable one
                        ? new SourceUser.Migratable(
                                one.user().toBuilder().nickname("another").build(), one.password(), one.page())
                        : user);
    }

    static UserListing collectsEverybody(UserListing listing) {
        return from -> {
            List<SourceUser> everybody = new ArrayList<>();
            return listing.users(from).peek(everybody::add).onClose(everybody::clear);
        };
    }

    static UserListing takesAnyCursor(UserListing listing) {
        return from -> listing.users(from.value().contains(" ") ? ListingCursor.beginning() : from);
    }
}
