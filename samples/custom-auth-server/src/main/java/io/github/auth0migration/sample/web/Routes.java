package io.github.auth0migration.sample.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which handler answers which path. Fill it before the server starts. */
public final class Routes {

    private final Map<String, Map<String, Handler>> handlers = new LinkedHashMap<>();

    /** Answers GET, and HEAD with it. */
    public Routes get(String path, Handler handler) {
        return add("GET", path, handler);
    }

    /** Answers POST. */
    public Routes post(String path, Handler handler) {
        return add("POST", path, handler);
    }

    /** Serves a file of the jar. */
    public Routes file(String path, String contentType) {
        Response file = Response.of(200, contentType, Resources.bytes("/static" + path));
        return get(path, request -> file);
    }

    private Routes add(String method, String path, Handler handler) {
        handlers.computeIfAbsent(path, p -> new TreeMap<>()).put(method, handler);
        return this;
    }

    Response answer(Request request) {
        Map<String, Handler> methods = handlers.get(request.path());
        if (methods == null) {
            return Response.message(404, "There is no such page.");
        }
        Handler handler = methods.get(request.method().equals("HEAD") ? "GET" : request.method());
        if (handler == null) {
            return Response.message(405, "This page cannot be used in that way.")
                    .with("Allow", String.join(", ", methods.keySet()));
        }
        return handler.handle(request);
    }
}
