package io.github.auth0migration.simulators.gigya;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everybody with a full account. Thread-safe by its monitor. */
final class Directory {

    private final Clock clock;
    private final Crowd crowd;
    private final Consumer<GigyaPerson> changed;
    private final Map<String, GigyaPerson> byUid = new HashMap<>();
    private final Map<String, String> uidByLoginId = new HashMap<>();

    /** Tells whoever listens of every person who is added or changed. */
    Directory(Clock clock, Crowd crowd, Consumer<GigyaPerson> changed) {
        this.clock = clock;
        this.crowd = crowd;
        this.changed = changed;
    }

    /** Runs a decision and what follows from it while nobody else changes the directory. */
    synchronized <T> T atomically(Supplier<T> work) {
        return work.get();
    }

    synchronized GigyaPerson add(GigyaPerson person) {
        if (byUid.containsKey(person.uid())) {
            throw new IllegalArgumentException("UID must be unique in the site, but somebody has it already");
        }
        GigyaPerson added =
                person.toBuilder().stamps(person.stamps().born(clock.instant())).build();
        store(null, added);
        return added;
    }

    synchronized GigyaPerson change(String uid, Consumer<GigyaPerson.Builder> change) {
        GigyaPerson before = stored(uid);
        GigyaPerson.Builder builder = before.toBuilder();
        change.accept(builder);
        GigyaPerson draft = builder.build();
        if (!draft.uid().equals(uid)) {
            throw new IllegalArgumentException("a UID cannot be changed: remove the person and add another");
        }
        GigyaPerson after = draft.toBuilder().stamps(stamps(before, draft)).build();
        store(before, after);
        return after;
    }

    /** Somebody of the crowd stays as they are. */
    synchronized void loggedIn(String uid, Instant now) {
        GigyaPerson person = byUid.get(uid);
        if (person != null) {
            store(person, person.toBuilder().lastLogin(now).build());
        }
    }

    synchronized void remove(String uid) {
        forgetLoginIds(stored(uid));
        byUid.remove(uid);
    }

    synchronized Optional<GigyaPerson> byUid(String uid) {
        return Optional.ofNullable(byUid.get(uid)).or(() -> crowd.byUid(uid));
    }

    synchronized Optional<GigyaPerson> byLoginId(String loginId) {
        return Optional.ofNullable(uidByLoginId.get(folded(loginId)))
                .map(byUid::get)
                .or(() -> crowd.byLoginId(loginId));
    }

    private Stamps stamps(GigyaPerson before, GigyaPerson draft) {
        Instant now = clock.instant();
        Stamps stamps = draft.stamps();
        boolean told = !Objects.equals(stamps.lastUpdated(), before.stamps().lastUpdated());
        Stamps updated = told ? stamps : stamps.updated(now);
        return Objects.equals(before.password(), draft.password()) ? updated : updated.passwordSet(now);
    }

    private void store(@Nullable GigyaPerson before, GigyaPerson after) {
        List<String> loginIds =
                after.loginIds().all().map(Directory::folded).distinct().toList();
        if (!loginIds.stream()
                .map(id -> uidByLoginId.getOrDefault(id, after.uid()))
                .allMatch(after.uid()::equals)) {
            throw new IllegalArgumentException(
                    "login ids must be unique in the site without regard to case, but somebody has one already");
        }
        if (before != null) {
            forgetLoginIds(before);
        }
        byUid.put(after.uid(), after);
        loginIds.forEach(id -> uidByLoginId.put(id, after.uid()));
        changed.accept(after);
    }

    private GigyaPerson stored(String uid) {
        GigyaPerson person = byUid.get(uid);
        if (person == null) {
            throw new IllegalArgumentException("UID must be one of this site's, and not of its crowd, but is " + uid);
        }
        return person;
    }

    private void forgetLoginIds(GigyaPerson person) {
        person.loginIds().all().map(Directory::folded).forEach(uidByLoginId::remove);
    }

    private static String folded(String loginId) {
        return loginId.toLowerCase(Locale.ROOT);
    }
}
