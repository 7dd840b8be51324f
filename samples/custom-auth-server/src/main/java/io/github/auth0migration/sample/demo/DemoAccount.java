package io.github.auth0migration.sample.demo;

import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account in Stormpath's export.
 *
 * @param person whose it is
 * @param id its id
 * @param hash how the password is kept; {@code null} if there is none
 * @param more what is special about it
 */
record DemoAccount(DemoPerson person, String id, @Nullable DemoHash hash, Map<String, Object> more) {

    /** Another one of the same person, in a directory of its own. */
    DemoAccount inAnotherDirectory() {
        return new DemoAccount(person, id + "-2", hash, Map.of("directory", Map.of("id", "partners")));
    }

    /** What Stormpath wrote of it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("email", person.email());
        json.put("username", person.email());
        json.put("givenName", person.firstName());
        json.put("surname", person.lastName());
        json.put("status", "ENABLED");
        json.put("emailVerificationStatus", "UNKNOWN");
        json.put("createdAt", "2015-03-01T12:00:00.000Z");
        json.put("directory", Map.of("id", "customers"));
        if (hash != null) {
            json.put("password", password(hash));
        }
        json.putAll(more);
        return json;
    }

    private String password(DemoHash form) {
        try {
            return form.of(person.password());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has these digests", e);
        }
    }
}
