package io.github.auth0migration.testkit;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.SourceDescription;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many people who are made up from their number.
 *
 * @param description whose people they are
 * @param size how many they are
 */
record InMemoryCrowd(SourceDescription description, int size) {

    static final InMemoryCrowd NONE = new InMemoryCrowd(SourceDescription.live("none", "none"), 0);

    private static final Pattern EMAIL = Pattern.compile("person-(\\d{1,9})@crowd\\.example\\.com");
    private static final Pattern ID = Pattern.compile("crowd-(\\d{1,9})");

    InMemoryPerson get(int number) {
        String id = "crowd-" + number;
        MigratedUser user = MigratedUser.builder(
                        description.userId(id), new SourceAccount(description.platform(), id, null))
                .email("person-" + number + "@crowd.example.com", true)
                .build();
        return InMemoryPerson.active(user, "crowd-" + number);
    }

    Optional<InMemoryPerson> withEmail(Identifier typed) {
        return numbered(EMAIL, typed.comparisonKey());
    }

    Optional<InMemoryPerson> withUserId(String userId) {
        return description.platformId(userId).flatMap(id -> numbered(ID, id));
    }

    private Optional<InMemoryPerson> numbered(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) < size
                ? Optional.of(get(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }
}
