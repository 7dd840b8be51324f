package io.github.auth0migration.simulators.okta;

import static io.github.auth0migration.simulators.okta.Placed.CROWD;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody in the org, in the order they came, and after them the crowd, of whom only those are stored that were
 * changed. Thread-safe by its monitor.
 */
final class Directory {

    private final Clock clock;
    private final SearchIndex index;
    private final NavigableMap<Long, OktaPerson> byPlace = new TreeMap<>();
    private final Map<String, Long> placeById = new HashMap<>();
    private final Map<String, String> idByFoldedLogin = new HashMap<>();
    private final Map<String, List<String>> idsByShortName = new HashMap<>();
    private final Set<Integer> removedFromCrowd = new HashSet<>();
    private Crowd crowd = new Crowd(0, Instant.EPOCH);
    private long places;

    Directory(Clock clock, SearchIndex index) {
        this.clock = clock;
        this.index = index;
    }

    /** Runs a decision and what follows from it while nobody else changes the directory. */
    synchronized <T> T atomically(Supplier<T> work) {
        return work.get();
    }

    synchronized void crowd(int count) {
        crowd = new Crowd(count, clock.instant());
    }

    synchronized OktaPerson add(OktaPerson person) {
        OktaPerson added =
                person.toBuilder().stamps(Stamps.born(clock.instant())).build();
        if (byId(added.id()).isPresent()) {
            throw new IllegalArgumentException("id must be unique in the org, but somebody has it already");
        }
        store(null, added, ++places);
        return added;
    }

    synchronized OktaPerson change(String login, Consumer<OktaPerson.Builder> change) {
        OktaPerson before = byLogin(login).orElseThrow(() -> nobody(login));
        OktaPerson.Builder builder = before.toBuilder();
        change.accept(builder);
        OktaPerson draft = builder.build();
        if (!draft.id().equals(before.id())) {
            throw new IllegalArgumentException("an id cannot be changed: remove the person and add another");
        }
        OktaPerson after = draft.toBuilder()
                .stamps(before.stamps().after(before, draft, clock.instant()))
                .build();
        store(before, after, place(before));
        return after;
    }

    synchronized void remove(String login) {
        OktaPerson person = byLogin(login).orElseThrow(() -> nobody(login));
        long place = place(person);
        if (place >= CROWD) {
            removedFromCrowd.add((int) (place - CROWD));
        }
        forgetNames(person);
        byPlace.remove(place);
        placeById.remove(person.id());
        index.changed(person.id(), null);
    }

    synchronized Optional<OktaPerson> byId(String id) {
        Long place = placeById.get(id);
        return place == null ? unchanged(crowd.byId(id)) : Optional.ofNullable(byPlace.get(place));
    }

    /** By login without regard to case; marks count, as {@code é} is not {@code e} to somebody who types it. */
    synchronized Optional<OktaPerson> byLogin(String login) {
        String id = idByFoldedLogin.get(foldedLogin(login));
        return id == null
                ? unchanged(crowd.byLogin(login))
                : byId(id).filter(person -> person.login().equalsIgnoreCase(login));
    }

    /** By login, or by the part before the @ when only one person has it. */
    synchronized Optional<OktaPerson> byLoginOrShortName(String name) {
        Optional<OktaPerson> exact = byLogin(name);
        if (exact.isPresent()) {
            return exact;
        }
        List<OktaPerson> people = new ArrayList<>();
        idsByShortName
                .getOrDefault(name.toLowerCase(Locale.ROOT), List.of())
                .forEach(id -> byId(id).ifPresent(people::add));
        unchanged(crowd.byShortName(name)).ifPresent(people::add);
        return people.size() == 1 ? Optional.of(people.get(0)) : Optional.empty();
    }

    /** Everybody but the crowd. */
    synchronized List<Placed> everybody() {
        return byPlace.entrySet().stream()
                .map(entry -> new Placed(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Those of the crowd whom one of these texts names: as id, login or e-mail. */
    synchronized List<Placed> namedInCrowd(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(crowd.byId(text), crowd.byLogin(text)))
                .flatMapToInt(OptionalInt::stream)
                .distinct()
                .mapToObj(number -> unchanged(OptionalInt.of(number)).map(p -> new Placed(CROWD + number, p)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The next people behind a place, the crowd among them, without those who are deactivated. */
    synchronized List<Placed> present(long after, int atMost) {
        List<Placed> page = new ArrayList<>();
        byPlace.subMap(Math.min(after, CROWD), false, CROWD, false).entrySet().stream()
                .filter(entry -> isPresent(entry.getValue()))
                .limit(atMost)
                .forEach(entry -> page.add(new Placed(entry.getKey(), entry.getValue())));
        for (long place = Math.max(after + 1, CROWD); place < CROWD + crowd.count() && page.size() < atMost; place++) {
            OktaPerson changed = byPlace.get(place);
            Optional<OktaPerson> person = changed == null
                    ? unchanged(OptionalInt.of((int) (place - CROWD)))
                    : Optional.of(changed).filter(Directory::isPresent);
            if (person.isPresent()) {
                page.add(new Placed(place, person.get()));
            }
        }
        return page;
    }

    private static boolean isPresent(OktaPerson person) {
        return !person.status().equals("DEPROVISIONED");
    }

    /** The person of the crowd with this number, as long as nobody has changed or removed them. */
    private Optional<OktaPerson> unchanged(OptionalInt number) {
        return number.isEmpty()
                        || removedFromCrowd.contains(number.getAsInt())
                        || byPlace.containsKey(CROWD + number.getAsInt())
                ? Optional.empty()
                : Optional.of(crowd.person(number.getAsInt()));
    }

    private long place(OktaPerson person) {
        Long place = placeById.get(person.id());
        return place == null ? CROWD + crowd.byId(person.id()).orElseThrow() : place;
    }

    private void store(@Nullable OktaPerson before, OktaPerson after, long place) {
        Optional<String> owner = Optional.ofNullable(idByFoldedLogin.get(foldedLogin(after.login())))
                .or(() -> unchanged(crowd.byLogin(after.login())).map(OktaPerson::id));
        if (owner.filter(id -> !id.equals(after.id())).isPresent()) {
            throw new IllegalArgumentException(
                    "login must be unique in the org without regard to case and marks, but somebody has it already");
        }
        if (before != null) {
            forgetNames(before);
        }
        byPlace.put(place, after);
        placeById.put(after.id(), place);
        idByFoldedLogin.put(foldedLogin(after.login()), after.id());
        shortName(after.login())
                .ifPresent(name -> idsByShortName
                        .computeIfAbsent(name, key -> new ArrayList<>())
                        .add(after.id()));
        index.changed(after.id(), after);
    }

    private void forgetNames(OktaPerson person) {
        idByFoldedLogin.remove(foldedLogin(person.login()));
        shortName(person.login()).map(idsByShortName::get).ifPresent(ids -> ids.remove(person.id()));
    }

    private static Optional<String> shortName(String login) {
        int at = login.indexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(login.substring(0, at).toLowerCase(Locale.ROOT));
    }

    private static String foldedLogin(String login) {
        return Normalizer.normalize(login, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException nobody(String login) {
        return new IllegalArgumentException("login must be one of this org's, but nobody has '" + login + "'");
    }
}
