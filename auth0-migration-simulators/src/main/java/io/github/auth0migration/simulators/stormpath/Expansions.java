package io.github.auth0migration.simulators.stormpath;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code expand=} asks for, for example {@code customData,groups(offset:0,limit:10)}. */
final class Expansions {

    /** What an account can be asked to expand. */
    static final Set<String> OF_ACCOUNT = Set.of("customData", "tenant", "directory", "groups", "groupMemberships");

    /** What a login can be asked to expand. */
    static final Set<String> OF_LOGIN = Set.of("account");

    private static final Pattern ONE =
            Pattern.compile("([A-Za-z]+)(?:\\((?:offset:(\\d{1,6}))?,?(?:limit:(\\d{1,3}))?\\))?(?:,|$)");

    private final Map<String, Range> byName;

    private Expansions(Map<String, Range> byName) {
        this.byName = byName;
    }

    static Expansions parse(StormpathDialect dialect, String raw, Set<String> known) {
        Map<String, Range> byName = new HashMap<>();
        Matcher matcher = ONE.matcher(raw);
        int end = 0;
        while (end < raw.length()) {
            if (!matcher.find(end) || matcher.start() != end || !known.contains(matcher.group(1))) {
                throw RefusedException.badRequest(dialect, 2107, "The query asks to expand what cannot be expanded.");
            }
            byName.put(matcher.group(1), new Range(number(matcher.group(2), 0), number(matcher.group(3), 25)));
            end = matcher.end();
        }
        return new Expansions(byName);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The part of a collection that is asked for; empty when it is not to be expanded. */
    Optional<Range> range(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
