package io.github.auth0migration.simulators.gigya;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody can sign in with. */
record LoginIds(@Nullable String username, List<String> emails, List<String> unverifiedEmails) {

    static final LoginIds NONE = new LoginIds(null, List.of(), List.of());

    LoginIds withUsername(@Nullable String other) {
        return new LoginIds(other, emails, unverifiedEmails);
    }

    LoginIds withEmails(List<String> others) {
        return new LoginIds(username, others, unverifiedEmails);
    }

    LoginIds withUnverifiedEmails(List<String> others) {
        return new LoginIds(username, emails, others);
    }

    Stream<String> all() {
        return Stream.concat(Stream.ofNullable(username), allEmails());
    }

    Stream<String> allEmails() {
        return Stream.concat(emails.stream(), unverifiedEmails.stream());
    }

    boolean waitsForVerification(String typed) {
        return unverifiedEmails.stream().anyMatch(typed::equalsIgnoreCase);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (username != null) {
            json.put("username", Objects.requireNonNull(username));
        }
        json.put("emails", emails);
        json.put("unverifiedEmails", unverifiedEmails);
        return json;
    }
}
