package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.internal.PathSegment;

/** Tells which operation a request asks for. */
final class StormpathRoutes {

    static final String CURRENT_TENANT = "/v1/tenants/current";

    private StormpathRoutes() {}

    static StormpathOperation operation(String method, String path) {
        StormpathOperation operation = ofPath(path);
        String right = operation == StormpathOperation.LOGIN_ATTEMPTS ? "POST" : "GET";
        return method.equals(right) ? operation : StormpathOperation.OTHER;
    }

    /** Whether the path exists, so that only the method was wrong. */
    static boolean knows(String path) {
        return path.equals(CURRENT_TENANT) || ofPath(path) != StormpathOperation.OTHER;
    }

    /** The id behind {@code /v1/applications/} or {@code /v1/accounts/}, decoded. */
    static String id(String path) {
        return PathSegment.decode(path.split("/", -1)[3]);
    }

    private static StormpathOperation ofPath(String path) {
        String[] segments = path.split("/", -1);
        if (segments.length < 4 || segments.length > 5 || segments[3].isEmpty() || !path.startsWith("/v1/")) {
            return StormpathOperation.OTHER;
        }
        String rest = segments.length == 5 ? "/" + segments[4] : "";
        return switch (segments[2] + rest) {
            case "applications" -> StormpathOperation.GET_APPLICATION;
            case "applications/accountStoreMappings" -> StormpathOperation.GET_ACCOUNT_STORE_MAPPINGS;
            case "applications/loginAttempts" -> StormpathOperation.LOGIN_ATTEMPTS;
            case "applications/accounts" -> StormpathOperation.SEARCH_ACCOUNTS;
            case "accounts" -> StormpathOperation.GET_ACCOUNT;
            case "accounts/groups" -> StormpathOperation.GET_GROUPS;
            case "accounts/customData" -> StormpathOperation.GET_CUSTOM_DATA;
            default -> StormpathOperation.OTHER;
        };
    }
}
