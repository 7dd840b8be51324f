package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.PathSegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/v1/users/{key}} and the factors below it. */
final class UsersEndpoint {

    private final Directory directory;
    private final UserList list;
    private final String ownerId;

    /** The owner is the person that the API token belongs to. */
    UsersEndpoint(Directory directory, UserList list, String ownerId) {
        this.directory = directory;
        this.list = list;
        this.ownerId = ownerId;
    }

    Reply get(ReceivedRequest<OktaOperation> request) {
        String decoded = PathSegment.decode(OktaRoutes.userSegment(request.rawPath()));
        if (decoded.contains("\\")) {
            return Reply.text(400, "text/html;charset=utf-8", "<!doctype html><title>400 Bad Request</title>");
        }
        if (decoded.contains("/")) {
            return OktaErrors.methodNotSupported();
        }
        String key = upToSemicolon(decoded);
        return switch (key) {
            case "..", "" -> OktaErrors.noSuchPath();
            case "." -> list.answer(request);
            default ->
                find(key, request).map(person -> user(person, request)).orElseGet(() -> OktaErrors.noSuchUser(key));
        };
    }

    Reply factors(ReceivedRequest<OktaOperation> request) {
        String id = PathSegment.decode(OktaRoutes.userSegment(request.rawPath()));
        return directory
                .byId(ofOwner(id, request))
                .map(person -> Reply.json(200, rows(person, OktaService.url(request))))
                .orElseGet(() -> OktaErrors.noSuchUser(id));
    }

    /** A service app is no person: nobody is "me" to it. */
    private String ofOwner(String key, ReceivedRequest<OktaOperation> request) {
        boolean serviceApp =
                request.header("Authorization").filter(AccessTokens::isOne).isPresent();
        return key.equals("me") && !serviceApp ? ownerId : key;
    }

    private Optional<OktaPerson> find(String key, ReceivedRequest<OktaOperation> request) {
        if (key.contains("?")) {
            return Optional.empty();
        }
        Optional<OktaPerson> byId = directory.byId(ofOwner(key, request));
        return byId.isPresent() ? byId : directory.byLoginOrShortName(key);
    }

    private static Reply user(OktaPerson person, ReceivedRequest<OktaOperation> request) {
        boolean omitCredentials = request.header("Content-Type")
                .filter(type -> type.contains("omitCredentials"))
                .isPresent();
        return Reply.json(200, new UserJson(OktaService.url(request)).single(person, omitCredentials));
    }

    private static List<Map<String, Object>> rows(OktaPerson person, String url) {
        return person.factors().stream().map(factor -> row(person, factor, url)).toList();
    }

    private static Map<String, Object> row(OktaPerson person, OktaFactor factor, String url) {
        String self = url + "/api/v1/users/" + person.id() + "/factors/" + factor.id();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", factor.id());
        row.put("factorType", factor.type());
        row.put("provider", factor.provider());
        row.put("vendorName", factor.provider());
        row.put("status", factor.status());
        row.put("created", UserJson.time(person.stamps().created()));
        row.put("lastUpdated", UserJson.time(person.stamps().lastUpdated()));
        row.put("_links", Map.of("self", Map.of("href", self)));
        return row;
    }

    private static String upToSemicolon(String decoded) {
        int semicolon = decoded.indexOf(';');
        return semicolon < 0 ? decoded : decoded.substring(0, semicolon);
    }
}
