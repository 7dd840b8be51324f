package io.github.auth0migration.simulators.gigya;

import java.util.List;

/** The left side of a comparison: a field, or, as in a pasted {@code "1" = "1"}, a literal. */
record Operand(boolean isField, String text) {

    List<String> values(SearchRow row) {
        return isField
                ? new FieldPath(text).values(row).stream().map(String::valueOf).toList()
                : List.of(text);
    }
}
