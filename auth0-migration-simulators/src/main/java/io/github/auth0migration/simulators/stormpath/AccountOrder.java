package io.github.auth0migration.simulators.stormpath;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The order of a collection.
 *
 * @param comparator the order
 * @param byTime whether time decides first, which the crowd's numbers follow, too
 * @param descending whether the first attribute is sorted downwards
 */
record AccountOrder(Comparator<StormpathPerson> comparator, boolean byTime, boolean descending) {

    private static final Set<String> ATTRIBUTES =
            Set.of("email", "username", "givenName", "middleName", "surname", "status", "createdAt", "modifiedAt");
    private static final Set<String> TIMES = Set.of("createdAt", "modifiedAt");

    /** Without a wish Stormpath's order is not documented; a compatible server's is by random id. */
    static AccountOrder parse(StormpathDialect dialect, String wish) {
        Comparator<StormpathPerson> asTheyCame = Comparator.comparing(person -> 0);
        Comparator<StormpathPerson> order = dialect.isCompatible() ? by("id") : asTheyCame;
        if (wish.isEmpty()) {
            return new AccountOrder(order, false, false);
        }
        List<Key> keys = Arrays.stream(wish.split(",", -1))
                .map(key -> Key.parse(dialect, key.strip()))
                .toList();
        for (int at = keys.size() - 1; at >= 0; at--) {
            order = keys.get(at).comparator().thenComparing(order);
        }
        Key first = keys.get(0);
        return new AccountOrder(order, TIMES.contains(first.attribute()), first.descending());
    }

    private static Comparator<StormpathPerson> by(String attribute) {
        return Comparator.comparing(
                person -> person.attribute(attribute), Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private record Key(String attribute, boolean descending) {

        static Key parse(StormpathDialect dialect, String text) {
            String[] parts = text.split(" +", 2);
            String direction = parts.length == 1 ? "asc" : parts[1].toLowerCase(Locale.ROOT);
            if (!ATTRIBUTES.contains(parts[0])) {
                throw bad(dialect, 2104);
            }
            if (!direction.equals("asc") && !direction.equals("desc")) {
                throw bad(dialect, 2106);
            }
            return new Key(parts[0], direction.equals("desc"));
        }

        Comparator<StormpathPerson> comparator() {
            return descending ? by(attribute).reversed() : by(attribute);
        }

        private static RefusedException bad(StormpathDialect dialect, int code) {
            return dialect.isCompatible()
                    ? RefusedException.generic(500, "Something went wrong.")
                    : new RefusedException(400, code, "orderBy names no attribute or no direction.");
        }
    }
}
