package io.github.auth0migration.simulators.gigya;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who are made up from their number whenever somebody asks for them. */
final class Crowd {

    private static final Pattern UID = Pattern.compile("_guid_Crowd-(\\d{10})=");
    private static final Pattern EMAIL =
            Pattern.compile("person-(0|[1-9]\\d{0,8})@crowd\\.example\\.com", Pattern.CASE_INSENSITIVE);
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private volatile int size;

    void size(int count) {
        this.size = count;
    }

    int size() {
        return size;
    }

    Optional<GigyaPerson> byUid(String uid) {
        return number(UID, uid).stream().mapToObj(Crowd::person).findFirst();
    }

    Optional<GigyaPerson> byLoginId(String loginId) {
        return number(EMAIL, loginId).stream().mapToObj(Crowd::person).findFirst();
    }

    /** The only one who could have this UID or address. */
    OptionalInt numberOf(String uidOrEmail) {
        OptionalInt byUid = number(UID, uidOrEmail);
        return byUid.isPresent() ? byUid : number(EMAIL, uidOrEmail);
    }

    static GigyaPerson person(int number) {
        return GigyaPerson.builder("person-" + number + "@crowd.example.com")
                .uid(String.format(Locale.ROOT, "_guid_Crowd-%010d=", number))
                .profile("firstName", "Person")
                .profile("lastName", "Number " + number)
                .password("crowd-" + number)
                .stamps(Stamps.NONE.born(FIRST.plusSeconds(number)))
                .build();
    }

    private OptionalInt number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return number < size ? OptionalInt.of((int) number) : OptionalInt.empty();
    }
}
