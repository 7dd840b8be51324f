package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.internal.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who is searched for. Parameters that are not known say nothing. */
final class AccountFilter implements Predicate<StormpathPerson> {

    private static final List<String> ATTRIBUTES =
            List.of("email", "username", "givenName", "middleName", "surname", "status");
    private static final String EVERYTHING = "q";

    private final StormpathDialect dialect;
    private final QueryParameters query;
    private final List<Predicate<StormpathPerson>> conditions;

    AccountFilter(StormpathDialect dialect, QueryParameters query) {
        this.dialect = dialect;
        this.query = query;
        this.conditions = Stream.concat(
                        ATTRIBUTES.stream().filter(query::has).map(this::condition),
                        Stream.of(query.get(EVERYTHING))
                                .filter(q -> !q.isEmpty())
                                .map(this::anywhere))
                .toList();
        Stream.concat(ATTRIBUTES.stream(), Stream.of(EVERYTHING)).forEach(this::requireOnce);
    }

    @Override
    public boolean test(StormpathPerson person) {
        return conditions.stream().allMatch(condition -> condition.test(person));
    }

    boolean matchesAll() {
        return conditions.isEmpty();
    }

    /** An e-mail or user name that everybody found must have: whoever has it needs no search. */
    Optional<String> exactName() {
        return Stream.of("email", "username")
                .filter(query::has)
                .map(query::get)
                .filter(value -> value.indexOf('*') < 0)
                .findFirst();
    }

    private void requireOnce(String name) {
        boolean twice = query.isRepeated(name);
        if (dialect.isCompatible() && (twice || query.has(name + "[]"))) {
            throw RefusedException.generic(500, "Something went wrong.");
        }
        if (twice) {
            throw new RefusedException(400, 2102, "A query parameter came twice.");
        }
    }

    private Predicate<StormpathPerson> condition(String attribute) {
        boolean whole = attribute.equals("status") && !dialect.isCompatible();
        ValuePattern pattern = ValuePattern.of(dialect, query.get(attribute), whole);
        return person -> Optional.ofNullable(person.attribute(attribute))
                .or(() -> dialect.isCompatible() ? Optional.of("") : Optional.empty())
                .filter(pattern::matches)
                .isPresent();
    }

    /** All that a person can be seen to have; a compatible server counts the id in. */
    private Predicate<StormpathPerson> anywhere(String part) {
        String wanted = part.toLowerCase(Locale.ROOT);
        Stream<String> also = Stream.of(dialect.isCompatible() ? "id" : "fullName");
        List<String> attributes = Stream.concat(ATTRIBUTES.stream(), also).toList();
        return person -> attributes.stream()
                .map(person::attribute)
                .filter(Objects::nonNull)
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
