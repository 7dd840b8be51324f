package io.github.auth0migration.sample.demo;

import io.github.auth0migration.sample.platform.Platform;
import java.util.Locale;

/**
 * Somebody made up, whose password is no secret.
 *
 * @param platform where they come from
 * @param firstName their first name, which nobody else has
 * @param lastName their last name
 * @param story what signing in shows
 */
public record DemoPerson(Platform platform, String firstName, String lastName, String story) {

    /** {@return their whole name} */
    public String name() {
        return firstName + " " + lastName;
    }

    /** {@return what to type} */
    public String email() {
        return shortName() + "@example.com";
    }

    /** {@return what to type as password} */
    public String password() {
        return shortName() + "-demo";
    }

    /** Their id at the platform, the same at each start: people who moved yesterday are the same people today. */
    String id() {
        return (platform == Platform.OKTA ? "00u" : "") + shortName() + "0000000demo";
    }

    private String shortName() {
        return firstName.toLowerCase(Locale.ROOT);
    }
}
