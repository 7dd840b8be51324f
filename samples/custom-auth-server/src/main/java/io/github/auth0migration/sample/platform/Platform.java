package io.github.auth0migration.sample.platform;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A platform that people leave. In the order in which the platforms are asked. */
public enum Platform {
    /** Okta. */
    OKTA("Okta"),
    /** Stormpath, or a server compatible with it. */
    STORMPATH("Stormpath"),
    /** Gigya, today SAP Customer Data Cloud. */
    GIGYA("Gigya");

    private final String displayName;

    Platform(String displayName) {
        this.displayName = displayName;
    }

    /**
     * The platform that a profile is stamped with.
     *
     * @param source the name in the stamp
     * @return the platform; empty if it is none of ours
     */
    public static Optional<Platform> of(String source) {
        return Stream.of(values())
                .filter(platform -> platform.userIdPrefix().equals(source))
                .findFirst();
    }

    /**
     * What to call several of them.
     *
     * @param platforms at least one
     * @return their names, as in <i>Okta, Stormpath or Gigya</i>
     */
    public static String anyOf(Collection<Platform> platforms) {
        List<String> names = platforms.stream().map(Platform::displayName).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /** {@return what people call it} */
    public String displayName() {
        return displayName;
    }

    /** {@return the prefix of its people's user ids: chosen once, for ever} */
    public String userIdPrefix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
