package io.github.auth0migration.simulators.okta;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People who are made up from their number each time somebody asks, so that a million of them need no memory.
 *
 * @param count how many there are
 * @param born when they were created
 */
record Crowd(int count, Instant born) {

    private static final String DOMAIN = "@crowd.example.com";
    private static final Pattern NAME = Pattern.compile("person-(0|[1-9]\\d{0,8})(" + DOMAIN + ")?");
    private static final Pattern ID = Pattern.compile("00uCrowd(\\d{12})");
    private static final List<String> FIRST_NAMES = List.of("Ada", "Grace", "Otto", "Enid", "Ivo");
    private static final List<String> LAST_NAMES = List.of("Winter", "Tanaka", "Moreau", "Sato");

    static String id(int number) {
        return String.format(Locale.ROOT, "00uCrowd%012d", number);
    }

    OktaPerson person(int number) {
        return OktaPerson.builder("person-" + number + DOMAIN)
                .id(id(number))
                .password("crowd-" + number)
                .firstName(FIRST_NAMES.get(number % FIRST_NAMES.size()))
                .lastName(LAST_NAMES.get(number % LAST_NAMES.size()))
                .stamps(Stamps.born(born))
                .build();
    }

    /** Whose id this is. */
    OptionalInt byId(String id) {
        return number(ID.matcher(id), 1);
    }

    /** Whose login, and with that e-mail, this is. */
    OptionalInt byLogin(String login) {
        Matcher name = NAME.matcher(login.toLowerCase(Locale.ROOT));
        return name.matches() && name.group(2) != null ? number(name, 1) : OptionalInt.empty();
    }

    /** Whose login begins with this, before the @. */
    OptionalInt byShortName(String shortName) {
        Matcher name = NAME.matcher(shortName.toLowerCase(Locale.ROOT));
        return name.matches() && name.group(2) == null ? number(name, 1) : OptionalInt.empty();
    }

    private OptionalInt number(Matcher matcher, int group) {
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        long number = Long.parseLong(matcher.group(group));
        return number < count ? OptionalInt.of((int) number) : OptionalInt.empty();
    }
}
