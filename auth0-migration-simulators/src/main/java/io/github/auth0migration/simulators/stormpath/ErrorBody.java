package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a refused request is answered, in each dialect. */
final class ErrorBody {

    private ErrorBody() {}

    static Reply reply(StormpathDialect dialect, RefusedException refused, String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", refused.status());
        body.put("code", refused.code());
        if (dialect.isCompatible()) {
            body.put("developerMessage", refused.text());
            body.put("moreInfo", "");
            if (refused.status() != 401) {
                // A leftover of the server's framework.
                body.put("error@context", Map.of());
            }
        } else {
            body.put("message", refused.text());
            body.put("developerMessage", refused.text());
            body.put("moreInfo", "https://docs.example.com/errors#error-" + refused.code());
            body.put("requestId", requestId);
        }
        return Reply.json(refused.status(), body);
    }

    static Reply noSuchPage() {
        return Reply.text(
                404, "text/html; charset=utf-8", "<!doctype html><title>Error</title><pre>No such page</pre>");
    }
}
