package io.github.auth0migration.simulators.gigya;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One comparison of a query: {@code =} looks at case in any field, {@code CONTAINS} depends on encryption. */
record Comparison(Operand left, boolean contains, boolean encrypted, String wanted) implements Condition {

    private static final Set<String> UNIQUE =
            Set.of("UID", "profile.email", "loginIDs.emails", "emails.verified", "loginIDs.username");

    @Override
    public boolean matches(SearchRow row) {
        return left.values(row).stream().anyMatch(this::matches);
    }

    @Override
    public Optional<NavigableSet<Integer>> crowd(Crowd crowd) {
        if (!left.isField() || !UNIQUE.contains(left.text()) || (contains && !encrypted)) {
            return Optional.empty();
        }
        NavigableSet<Integer> only = new TreeSet<>();
        crowd.numberOf(wanted).ifPresent(only::add);
        return Optional.of(only);
    }

    private boolean matches(String value) {
        if (!contains) {
            return value.equals(wanted);
        }
        return encrypted
                ? value.equalsIgnoreCase(wanted)
                : Collections.indexOfSubList(words(value), words(wanted)) >= 0;
    }

    /** An underscore splits words, too. */
    private static List<String> words(String text) {
        return List.of(text.split("[^\\p{L}\\p{N}]+"));
    }
}
