package io.github.auth0migration.simulators.okta;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everybody in the org, in the order they came. Thread-safe by its monitor. */
final class Directory {

    private final Clock clock;
    private final SearchIndex index;
    private final Map<String, OktaPerson> byId = new LinkedHashMap<>();
    private final Map<String, String> idByFoldedLogin = new LinkedHashMap<>();
    private final Map<String, List<String>> idsByShortName = new LinkedHashMap<>();

    Directory(Clock clock, SearchIndex index) {
        this.clock = clock;
        this.index = index;
    }

    /** Runs a decision and what follows from it while nobody else changes the directory. */
    synchronized <T> T atomically(Supplier<T> work) {
        return work.get();
    }

    synchronized OktaPerson add(OktaPerson person) {
        OktaPerson added =
                person.toBuilder().stamps(Stamps.born(clock.instant())).build();
        if (byId.containsKey(added.id())) {
            throw new IllegalArgumentException("id must be unique in the org, but somebody has it already");
        }
        store(null, added);
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
        store(before, after);
        return after;
    }

    synchronized void remove(String login) {
        OktaPerson person = byLogin(login).orElseThrow(() -> nobody(login));
        forgetNames(person);
        byId.remove(person.id());
        index.changed(person.id(), null);
    }

    synchronized Optional<OktaPerson> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** By login without regard to case; marks count, as {@code é} is not {@code e} to somebody who types it. */
    synchronized Optional<OktaPerson> byLogin(String login) {
        return Optional.ofNullable(idByFoldedLogin.get(foldedLogin(login)))
                .map(byId::get)
                .filter(person -> person.login().equalsIgnoreCase(login));
    }

    /** By login, or by the part before the @ when only one person has it. */
    synchronized Optional<OktaPerson> byLoginOrShortName(String name) {
        Optional<OktaPerson> exact = byLogin(name);
        if (exact.isPresent()) {
            return exact;
        }
        List<String> ids = idsByShortName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return ids.size() == 1 ? byId(ids.get(0)) : Optional.empty();
    }

    synchronized List<OktaPerson> everybody() {
        return List.copyOf(byId.values());
    }

    private void store(@Nullable OktaPerson before, OktaPerson after) {
        String owner = idByFoldedLogin.get(foldedLogin(after.login()));
        if (owner != null && !owner.equals(after.id())) {
            throw new IllegalArgumentException(
                    "login must be unique in the org without regard to case and marks, but somebody has it already");
        }
        if (before != null) {
            forgetNames(before);
        }
        byId.put(after.id(), after);
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
