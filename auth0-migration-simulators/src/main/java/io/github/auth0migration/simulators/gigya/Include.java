package io.github.auth0migration.simulators.gigya;

import io.github.auth0migration.simulators.internal.QueryParameters;
import java.util.List;
import java.util.Optional;

/** The parts of an account that a call names; naming one takes the default ones away. */
record Include(List<String> parts) {

    /** Empty when the list has blanks in it. */
    static Optional<Include> parse(QueryParameters form, String... usual) {
        String list = form.get("include");
        if (list.isEmpty()) {
            return Optional.of(new Include(List.of(usual)));
        }
        boolean blank = list.chars().anyMatch(Character::isWhitespace);
        return blank ? Optional.empty() : Optional.of(new Include(List.of(list.split(","))));
    }

    boolean has(String part) {
        return parts.contains(part);
    }

    /** Those that are plain members of the account. */
    List<String> members() {
        return parts.stream()
                .filter(part -> part.matches(
                        "profile|data|emails|loginIDs|isLockedOut|preferences|identities-active|identities-all"))
                .toList();
    }
}
