package io.github.auth0migration.sample.endpoint;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A secret for each caller, so that none opens what is another's: whoever reads health must not be able to guess passwords.
 *
 * @param scripts what Auth0's scripts send
 * @param keycloak what Keycloak's plug-in sends
 * @param operators what opens health
 */
record CallerSecrets(String scripts, String keycloak, String operators) {

    private static final String SCRIPTS = "ENDPOINT_SECRET";
    private static final String KEYCLOAK = "KEYCLOAK_SECRET";
    private static final String OPERATORS = "OPERATORS_SECRET";

    CallerSecrets {
        if (Set.copyOf(List.of(scripts, keycloak, operators)).size() < 3) {
            throw new IllegalArgumentException(String.join(", ", SCRIPTS, KEYCLOAK, OPERATORS)
                    + " must be different: give each caller a secret of its own.");
        }
    }

    /** Those of the environment; what is not set is made up. */
    static CallerSecrets of(Map<String, String> environment) {
        return new CallerSecrets(
                environment.getOrDefault(SCRIPTS, random()),
                environment.getOrDefault(KEYCLOAK, random()),
                environment.getOrDefault(OPERATORS, random()));
    }

    /** {@return a line for each that was made up} */
    List<String> madeUp(Map<String, String> environment) {
        return Map.of(SCRIPTS, scripts, KEYCLOAK, keycloak, OPERATORS, operators).entrySet().stream()
                .filter(each -> !environment.containsKey(each.getKey()))
                .map(each -> each.getKey() + ", made up for now: " + each.getValue())
                .sorted()
                .toList();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "CallerSecrets";
    }
}
