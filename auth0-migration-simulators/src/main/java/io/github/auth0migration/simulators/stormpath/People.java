package io.github.auth0migration.simulators.stormpath;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Everybody in the tenant, in the order they came, and the crowd. Thread-safe by its monitor. */
final class People {

    private final Clock clock;
    private final StormpathDialect dialect;
    private final LoginAttempts attempts;
    private final Map<String, StormpathPerson> byId = new LinkedHashMap<>();
    private final Map<String, Set<String>> idsByName = new HashMap<>();
    private Crowd crowd;

    People(Clock clock, StormpathDialect dialect, LoginAttempts attempts) {
        this.clock = clock;
        this.dialect = dialect;
        this.attempts = attempts;
        this.crowd = new Crowd(dialect, 0);
    }

    synchronized StormpathPerson add(StormpathPerson person) {
        StormpathPerson.Builder builder = person.toBuilder().modifiedAt(clock.instant());
        if (!person.hasId()) {
            builder.id(StormpathIds.fresh(dialect));
        }
        if (person.createdAt() == null) {
            builder.createdAt(clock.instant());
        }
        StormpathPerson added = builder.build();
        if (byId(added.id()).isPresent()) {
            throw new IllegalArgumentException("id must be unique in the tenant, but somebody has it already");
        }
        store(added);
        attempts.set(added.id(), person.failedLoginAttempts());
        return added;
    }

    synchronized StormpathPerson change(String id, Consumer<StormpathPerson.Builder> change) {
        StormpathPerson before = stored(id);
        StormpathPerson.Builder builder = before.toBuilder();
        change.accept(builder);
        StormpathPerson draft = builder.build();
        if (!draft.id().equals(id)) {
            throw new IllegalArgumentException("an id cannot be changed: remove the person and add another");
        }
        StormpathPerson after = draft.toBuilder().modifiedAt(clock.instant()).build();
        store(after);
        names(before).stream().filter(name -> !names(after).contains(name)).forEach(name -> forget(name, id));
        attempts.set(id, draft.failedLoginAttempts());
        return after;
    }

    synchronized void remove(String id) {
        StormpathPerson person = stored(id);
        names(person).forEach(name -> forget(name, id));
        byId.remove(id);
        attempts.forget(id);
    }

    synchronized void crowd(int count) {
        crowd = new Crowd(dialect, count);
    }

    synchronized Crowd crowd() {
        return crowd;
    }

    synchronized Optional<StormpathPerson> byId(String id) {
        StormpathPerson stored = byId.get(id);
        return stored == null ? crowd.byId(id) : Optional.of(stored);
    }

    /** All whose user name or e-mail this is, without regard to case. */
    synchronized List<StormpathPerson> byName(String name) {
        List<StormpathPerson> found = new ArrayList<>();
        idsByName.getOrDefault(folded(name), Set.of()).stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .forEach(found::add);
        crowd.byName(name).ifPresent(found::add);
        return found;
    }

    synchronized List<StormpathPerson> stored() {
        return List.copyOf(byId.values());
    }

    private StormpathPerson stored(String id) {
        StormpathPerson person = byId.get(id);
        if (person == null) {
            throw new IllegalArgumentException("id must be of somebody who was added, but '" + id + "' is not");
        }
        return person;
    }

    private void store(StormpathPerson person) {
        if (!dialect.isCompatible()) {
            requireUnique(person);
        }
        byId.put(person.id(), person);
        names(person)
                .forEach(name -> idsByName
                        .computeIfAbsent(name, key -> new LinkedHashSet<>())
                        .add(person.id()));
    }

    /** The compatible server meant to require this, too, but its database never learned it. */
    private void requireUnique(StormpathPerson person) {
        boolean taken = names(person).stream()
                .flatMap(name -> byName(name).stream())
                .anyMatch(other -> !other.id().equals(person.id())
                        && other.directory().equals(person.directory())
                        && (other.email().equalsIgnoreCase(person.email())
                                || other.username().equalsIgnoreCase(person.username())));
        if (taken) {
            throw new IllegalArgumentException(
                    "e-mail and user name must each be unique in a directory, but somebody has one of them already");
        }
    }

    private void forget(String name, String id) {
        Set<String> ids = idsByName.getOrDefault(name, new LinkedHashSet<>());
        ids.remove(id);
        if (ids.isEmpty()) {
            idsByName.remove(name);
        }
    }

    private static Set<String> names(StormpathPerson person) {
        Set<String> names = new LinkedHashSet<>();
        names.add(folded(person.username()));
        names.add(folded(person.email()));
        return names;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
