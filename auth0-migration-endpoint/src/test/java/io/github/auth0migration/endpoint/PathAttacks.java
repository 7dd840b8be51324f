package io.github.auth0migration.endpoint;

import static io.github.auth0migration.endpoint.Attack.kept;
import static io.github.auth0migration.endpoint.AttackTarget.RIGHT;
import static io.github.auth0migration.endpoint.AttackTarget.head;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** Other paths, methods and targets. */
final class PathAttacks {

    private static final String LENGTH = "Content-Length: " + RIGHT.length();

    private PathAttacks() {}

    static List<Attack> all() {
        List<Attack> all = new ArrayList<>();
        for (String path : List.of(
                "/auth0//login",
                "/auth0/login/",
                "/auth0/LOGIN",
                "/auth0/%6cogin",
                "/%61uth0/login",
                "/auth0/login;x=1",
                "/auth0/login%2f",
                "/auth0/login%00",
                "/auth0/./login",
                "/auth0/x/../login",
                "/auth0/..%2fauth0/login",
                "/auth0/%2e%2e/login",
                "/auth0login",
                "/auth0",
                "/auth0/")) {
            all.add(kept("POST " + path, "404 not_found", t -> t.raw(head(path, LENGTH) + RIGHT)));
        }
        for (String method : List.of("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "post")) {
            all.add(kept(
                    method + " /auth0/login",
                    "405 method_not_allowed",
                    t -> t.raw(head("/auth0/login", LENGTH).replaceFirst("POST", method) + RIGHT)));
        }
        all.addAll(List.of(
                kept("POST //auth0/login", AttackTarget.SERVER, t -> t.raw(head("//auth0/login", LENGTH) + RIGHT)),
                kept("POST /auth0\\login", AttackTarget.SERVER, t -> t.raw(head("/auth0\\login", LENGTH) + RIGHT)),
                kept(
                        "HEAD /auth0/login",
                        "405",
                        t -> t.raw(head("/auth0/login", LENGTH).replaceFirst("POST", "HEAD") + RIGHT)),
                kept(
                        "CONNECT auth.example.com:443",
                        AttackTarget.SERVER,
                        t -> t.raw(head("auth.example.com:443", LENGTH).replaceFirst("POST", "CONNECT") + RIGHT)),
                kept(
                        "GET with X-HTTP-Method-Override: POST",
                        "405 method_not_allowed",
                        t -> t.raw(head("/auth0/login", LENGTH, "X-HTTP-Method-Override: POST")
                                        .replaceFirst("POST", "GET")
                                + RIGHT)),
                kept(
                        "a browser that asks whether another site may call",
                        "405 method_not_allowed",
                        t -> t.send(
                                "/login",
                                request -> request.header("Origin", "https://evil.example.com")
                                        .header("Access-Control-Request-Method", "POST")
                                        .method("OPTIONS", BodyPublishers.noBody()))),
                new Attack(
                        "an absolute target with another host",
                        "200 authenticated",
                        "1 password",
                        t -> t.raw(head("http://evil.example.com/auth0/login", LENGTH) + RIGHT)),
                new Attack(
                        "a query behind the path",
                        "200 authenticated",
                        "1 password",
                        t -> t.raw(head("/auth0/login?x=/../../admin", LENGTH) + RIGHT))));
        return all;
    }
}
