package io.github.auth0migration.simulators.okta;

import java.util.List;

/** Tells which operation a request asks for. */
final class OktaRoutes {

    static final String USERS = "/api/v1/users";
    static final String TOKEN = "/oauth2/v1/token";

    private static final String FACTORS = "/factors";

    private OktaRoutes() {}

    static OktaOperation operation(String method, String path) {
        OktaOperation operation = ofPath(path);
        return method.equals(methodOf(operation)) ? operation : OktaOperation.OTHER;
    }

    /** Whether the path exists, so that only the method was wrong. */
    static boolean knows(String path) {
        return ofPath(path) != OktaOperation.OTHER;
    }

    /** The segment behind {@code /api/v1/users/}, as it was sent. */
    static String userSegment(String path) {
        String rest = path.substring(USERS.length() + 1);
        return rest.endsWith(FACTORS) ? rest.substring(0, rest.length() - FACTORS.length()) : rest;
    }

    private static OktaOperation ofPath(String path) {
        return switch (path) {
            case "/api/v1/authn" -> OktaOperation.AUTHN;
            case "/api/v1/authn/cancel" -> OktaOperation.CANCEL;
            case TOKEN -> OktaOperation.TOKEN;
            case "/.well-known/okta-organization" -> OktaOperation.ORGANIZATION;
            case USERS, USERS + "/" -> OktaOperation.SEARCH_USERS;
            default -> path.startsWith(USERS + "/") ? ofUser(path) : OktaOperation.OTHER;
        };
    }

    private static OktaOperation ofUser(String path) {
        List<String> segments = List.of(path.substring(USERS.length() + 1).split("/", -1));
        if (segments.size() == 1) {
            return OktaOperation.GET_USER;
        }
        boolean factors = segments.size() == 2 && segments.get(1).equals("factors");
        return factors ? OktaOperation.LIST_FACTORS : OktaOperation.OTHER;
    }

    private static String methodOf(OktaOperation operation) {
        return switch (operation) {
            case AUTHN, CANCEL, TOKEN -> "POST";
            default -> "GET";
        };
    }
}
