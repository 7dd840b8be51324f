package io.github.auth0migration.simulators.okta;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person as the Users API shows them. */
final class UserJson {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final String url;

    /** Links begin with this address. */
    UserJson(String url) {
        this.url = url;
    }

    static String time(Instant instant) {
        return MILLIS.format(instant.atZone(ZoneOffset.UTC));
    }

    /** As a single answer: with links to what can be done in this status. */
    Map<String, @Nullable Object> single(OktaPerson person, boolean omitCredentials) {
        Map<String, @Nullable Object> user = row(person);
        if (omitCredentials) {
            user.remove("credentials");
        }
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("self", link(person, ""));
        String change = switch (person.status()) {
            case "ACTIVE" -> "suspend";
            case "SUSPENDED" -> "unsuspend";
            case "LOCKED_OUT" -> "unlock";
            default -> "activate";
        };
        links.put(change, link(person, "/lifecycle/" + change));
        user.put("_links", links);
        return user;
    }

    /** As a row of a list: with a link to itself only. */
    Map<String, @Nullable Object> row(OktaPerson person) {
        Stamps stamps = person.stamps();
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("id", person.id());
        user.put("status", person.status());
        user.put("created", time(stamps.created()));
        user.put("activated", person.status().equals("STAGED") ? null : time(stamps.created()));
        user.put("statusChanged", time(stamps.statusChanged()));
        user.put("lastLogin", null);
        user.put("lastUpdated", time(stamps.lastUpdated()));
        user.put("passwordChanged", person.hasPassword() ? time(stamps.passwordChanged()) : null);
        user.put("type", Map.of("id", "otyExample0userType00"));
        user.put("profile", person.profile());
        user.put("credentials", credentials(person));
        user.put("_links", Map.of("self", link(person, "")));
        return user;
    }

    private static Map<String, Object> credentials(OktaPerson person) {
        Map<String, Object> credentials = new LinkedHashMap<>();
        if (person.hasPassword()) {
            credentials.put("password", Map.of());
        }
        Object email = person.profile().get("email");
        if (email != null) {
            // Real orgs send this, Okta documents it nowhere: nobody may rely on it.
            credentials.put("emails", List.of(Map.of("value", email, "status", "VERIFIED", "type", "PRIMARY")));
        }
        credentials.put("provider", Map.of("type", person.provider(), "name", person.provider()));
        return credentials;
    }

    private Map<String, String> link(OktaPerson person, String rest) {
        return Map.of("href", url + "/api/v1/users/" + person.id() + rest);
    }
}
