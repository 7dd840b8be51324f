package io.github.auth0migration.simulators.gigya;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The account as answers show it, member by member; what has no data is left out. */
final class AccountJson {

    /** Told whatever is asked for. */
    static final List<String> STATE = List.of(
            "UID",
            "isActive",
            "isRegistered",
            "isVerified",
            "created",
            "createdTimestamp",
            "registered",
            "registeredTimestamp",
            "verified",
            "verifiedTimestamp",
            "lastLogin",
            "lastLoginTimestamp",
            "lastUpdated",
            "lastUpdatedTimestamp",
            "oldestDataUpdated",
            "oldestDataUpdatedTimestamp",
            "lockedUntil",
            "loginProvider",
            "socialProviders");

    /** What {@code SELECT *} means: no password. */
    static final List<String> EVERYTHING = everything();

    private static final String TIMESTAMP = "Timestamp";

    private final Function<GigyaPerson, Optional<Instant>> lockedUntil;

    AccountJson(Function<GigyaPerson, Optional<Instant>> lockedUntil) {
        this.lockedUntil = lockedUntil;
    }

    Map<String, Object> members(GigyaPerson person, Collection<String> names) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : names) {
            Object value = member(person, name);
            if (value != null) {
                members.put(name.startsWith("identities-") ? "identities" : name, value);
            }
        }
        return members;
    }

    @Nullable
    Object member(GigyaPerson person, String name) {
        return switch (name) {
            case "UID" -> person.uid();
            case "isActive" -> person.isActive();
            case "isRegistered" -> person.isRegistered();
            case "isVerified" -> person.isVerified();
            case "isLockedOut" -> lockedUntil.apply(person).isPresent();
            case "lockedUntil" -> lockedUntil.apply(person).map(Times::trimmed).orElse(null);
            case "loginProvider" -> providers(person).stream().findFirst().orElse(null);
            case "socialProviders" -> String.join(",", providers(person));
            case "profile" -> person.profile();
            case "data" -> person.data();
            case "emails" -> person.emails();
            case "loginIDs" -> person.loginIds().json();
            case "identities", "identities-active", "identities-all" -> identities(person);
            case "preferences" -> Map.of();
            default -> time(person, name);
        };
    }

    /** A sign-in tells three of the times in seconds, while everything else is in milliseconds. */
    Map<String, Object> inSeconds(Map<String, Object> members) {
        Map<String, Object> copy = new LinkedHashMap<>(members);
        for (String name : List.of("created", "registered", "lastLogin")) {
            copy.computeIfPresent(name + TIMESTAMP, (key, millis) -> Math.floorDiv((long) millis, 1000L));
        }
        return copy;
    }

    private static @Nullable Object time(GigyaPerson person, String name) {
        boolean number = name.endsWith(TIMESTAMP);
        String event = number ? name.substring(0, name.length() - TIMESTAMP.length()) : name;
        Instant time = instant(person, event);
        if (time == null) {
            boolean never = event.equals("lastLogin");
            return never ? (number ? (Object) 0L : Times.NEVER) : null;
        }
        return number ? (Object) time.toEpochMilli() : Times.trimmed(time);
    }

    private static @Nullable Instant instant(GigyaPerson person, String event) {
        Stamps stamps = person.stamps();
        return switch (event) {
            case "created", "oldestDataUpdated" -> stamps.created();
            case "registered" -> person.isRegistered() ? stamps.created() : null;
            case "verified" -> person.isVerified() ? stamps.created() : null;
            case "lastUpdated" -> stamps.lastUpdated();
            case "lastLogin" -> stamps.lastLogin();
            default -> null;
        };
    }

    private static List<String> providers(GigyaPerson person) {
        List<String> providers = new ArrayList<>(person.socialIdentities().keySet());
        if (person.password() != null) {
            providers.add(0, "site");
        }
        return providers;
    }

    private static List<Map<String, Object>> identities(GigyaPerson person) {
        return providers(person).stream()
                .map(provider -> {
                    Map<String, Object> identity = new LinkedHashMap<>();
                    identity.put("provider", provider);
                    identity.put("providerUID", person.socialIdentities().getOrDefault(provider, person.uid()));
                    identity.put("isLoginIdentity", !provider.equals("site"));
                    identity.put("allowsLogin", !provider.equals("site"));
                    return identity;
                })
                .toList();
    }

    private static List<String> everything() {
        List<String> names = new ArrayList<>(STATE);
        names.addAll(List.of("profile", "data", "emails", "loginIDs", "identities"));
        return List.copyOf(names);
    }
}
