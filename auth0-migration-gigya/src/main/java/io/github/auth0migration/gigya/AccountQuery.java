package io.github.auth0migration.gigya;

import io.github.auth0migration.Identifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The WHERE of a search for who owns an identifier. Gigya documents no way to escape a literal, so what could end one is
 * never put into a query. {@code profile.email} is not asked: it need not be the account's own.
 *
 * <p>{@code =} is exact, but minds the case of letters. {@code CONTAINS} does not where fields are encrypted, and there it
 * compares the whole; where they are not it brings strangers. Either way what comes back is compared by us.
 */
final class AccountQuery {

    private static final String UNSAFE = "\"'\\";
    private static final List<String> ADDRESS_FIELDS =
            List.of("loginIDs.emails", "emails.verified", "loginIDs.username");
    private static final List<String> NAME_FIELDS = List.of("loginIDs.username");

    private AccountQuery() {}

    static boolean canHold(Identifier typed) {
        return typed.isPlausible() && typed.value().chars().noneMatch(c -> UNSAFE.indexOf(c) >= 0);
    }

    static String exact(Identifier typed) {
        return query("=", typed);
    }

    static String anyCase(Identifier typed) {
        return query("CONTAINS", typed);
    }

    private static String query(String operator, Identifier typed) {
        if (!canHold(typed)) {
            throw new IllegalArgumentException("an identifier that could end a literal must not be put into a query");
        }
        Set<String> spellings =
                new LinkedHashSet<>(List.of(typed.value(), typed.value().toLowerCase(Locale.ROOT)));
        return (typed.isEmail() ? ADDRESS_FIELDS : NAME_FIELDS)
                .stream()
                        .flatMap(field ->
                                spellings.stream().map(spelling -> field + " " + operator + " \"" + spelling + "\""))
                        .collect(Collectors.joining(
                                " OR ",
                                "SELECT UID,profile,emails,loginIDs FROM accounts WHERE ",
                                " LIMIT " + GigyaLookup.SEARCH_LIMIT));
    }
}
