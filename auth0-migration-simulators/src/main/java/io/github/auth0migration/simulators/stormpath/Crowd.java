package io.github.auth0migration.simulators.stormpath;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Locale;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who are made up from their number whenever somebody looks, and never stored. */
final class Crowd extends AbstractList<StormpathPerson> implements RandomAccess {

    private static final Instant FIRST_CREATED = Instant.parse("2015-01-01T00:00:00Z");
    private static final Pattern EMAIL = Pattern.compile("person-(0|[1-9]\\d{0,8})@crowd\\.example\\.com");
    private static final Pattern UUID = Pattern.compile("00000000-0000-4000-8000-(\\d{12})");
    private static final Pattern BASE62 = Pattern.compile("crowd(\\d{17})");

    private final StormpathDialect dialect;
    private final int count;

    Crowd(StormpathDialect dialect, int count) {
        this.dialect = dialect;
        this.count = count;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public StormpathPerson get(int number) {
        Instant created = FIRST_CREATED.plusSeconds(number);
        return StormpathPerson.builder("person-" + number + "@crowd.example.com")
                .id(id(number))
                .givenName("Person")
                .surname("Number " + number)
                .emailVerificationStatus("VERIFIED")
                .password("crowd-" + number)
                .createdAt(created)
                .modifiedAt(created)
                .build();
    }

    Optional<StormpathPerson> byId(String id) {
        return numbered((dialect.isCompatible() ? UUID : BASE62).matcher(id));
    }

    Optional<StormpathPerson> byName(String name) {
        return numbered(EMAIL.matcher(name.toLowerCase(Locale.ROOT)));
    }

    private Optional<StormpathPerson> numbered(Matcher matcher) {
        return Optional.of(matcher)
                .filter(Matcher::matches)
                .map(match -> Long.parseLong(match.group(1)))
                .filter(number -> number < count)
                .map(number -> get(number.intValue()));
    }

    private String id(int number) {
        String digits = String.valueOf(number);
        String zeros = "0".repeat((dialect.isCompatible() ? 12 : 17) - digits.length());
        return (dialect.isCompatible() ? "00000000-0000-4000-8000-" : "crowd") + zeros + digits;
    }
}
