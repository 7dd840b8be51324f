package io.github.auth0migration.endpoint;

import static io.github.auth0migration.endpoint.Attack.kept;
import static io.github.auth0migration.endpoint.AttackTarget.RIGHT;
import static io.github.auth0migration.endpoint.EndpointServer.SECRET;

import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Who calls, and from where. */
final class CallerAttacks {

    private static final String NO = "401 unauthorized";
    private static final String STRANGE = Marked.secret("of-some-other-scripts-0123456789");

    private CallerAttacks() {}

    static List<Attack> all() {
        return List.of(
                kept("no secret", NO, t -> t.raw(noSecret("/auth0/login", RIGHT))),
                kept("an empty secret", NO, authorization("Bearer ")),
                kept("another secret of the same length", NO, authorization("Bearer " + STRANGE)),
                kept("the right secret without its last character", NO, authorization("Bearer " + prefix())),
                kept("the right secret and one character more", NO, authorization("Bearer " + SECRET + "0")),
                kept("the right secret in capitals", NO, authorization("Bearer " + SECRET.toUpperCase(Locale.ROOT))),
                kept("the right secret with HTTP basic authentication", NO, authorization(basic())),
                kept("the operators' secret", NO, authorization("Bearer " + EndpointServer.OPERATORS_SECRET)),
                kept("the old secret after a rotation", "200 authenticated, then " + NO, CallerAttacks::rotated)
                        .reaching("1 password"),
                kept("the secret in the query", NO, t -> t.raw(noSecret("/auth0/login?access_token=" + SECRET, RIGHT))),
                kept("the secret in the body", NO, t -> t.raw(noSecret("/auth0/login", inBody()))),
                kept("the secret in a cookie", NO, t -> t.raw(cookie())),
                kept("two Authorization headers, one right", NO, two(STRANGE, SECRET)),
                kept("two Authorization headers, both right", NO, two(SECRET, SECRET)),
                kept(
                        "no secret for a path that does not exist",
                        "404 not_found",
                        t -> t.raw(noSecret("/auth0/x", RIGHT))),
                kept("the scripts' secret for /health", NO, t -> t.send("/health", HttpRequest.Builder::GET)),
                kept("plain http from another machine", "403 https_required", t -> elsewhere(t, "")),
                kept("the same with X-Forwarded-Proto: https", "403 https_required", t -> elsewhere(t, "https")),
                kept("X-Forwarded-Proto: http", "403 https_required", header("X-Forwarded-Proto", "http")),
                kept("X-Forwarded-Proto: https,http", "403 https_required", header("X-Forwarded-Proto", "https,http")),
                kept("Forwarded: proto=http", "403 https_required", header("Forwarded", "for=192.0.2.1;proto=http")));
    }

    private static String prefix() {
        return SECRET.substring(0, SECRET.length() - 1);
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("scripts:" + SECRET).getBytes(StandardCharsets.US_ASCII));
    }

    private static Attack.Play authorization(String value) {
        return t -> t.send(
                "/login", request -> request.setHeader("Authorization", value).POST(BodyPublishers.ofString(RIGHT)));
    }

    private static Attack.Play header(String name, String value) {
        return t -> t.send("/login", request -> request.header(name, value).POST(BodyPublishers.ofString(RIGHT)));
    }

    private static String rotated(AttackTarget target) {
        target.secrets.set(List.of(STRANGE, SECRET));
        String both = target.post("/login", RIGHT);
        target.secrets.set(List.of(STRANGE));
        return both + ", then " + target.post("/login", RIGHT);
    }

    private static String noSecret(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: auth.example.com\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String inBody() {
        return RIGHT.replace("{", "{\"access_token\":\"" + SECRET + "\",");
    }

    private static String cookie() {
        return noSecret("/auth0/login", RIGHT).replace("Host:", "Cookie: access_token=" + SECRET + "\r\nHost:");
    }

    private static Attack.Play two(String first, String second) {
        return t -> t.send(
                "/login",
                request -> request.setHeader("Authorization", "Bearer " + first)
                        .header("Authorization", "Bearer " + second)
                        .POST(BodyPublishers.ofString(RIGHT)));
    }

    /** Not over the socket, for tests listen on loopback only. */
    private static String elsewhere(AttackTarget target, String proto) throws IOException {
        EndpointResponse response = target.endpoint.handle(new FromElsewhere(proto));
        return AttackTarget.said(response);
    }

    private record FromElsewhere(String proto) implements EndpointRequest {

        @Override
        public String method() {
            return "POST";
        }

        @Override
        public String path() {
            return "/login";
        }

        @Override
        public List<String> headers(String name) {
            return switch (name) {
                case "Authorization" -> List.of("Bearer " + SECRET);
                case "Content-Type" -> List.of("application/json");
                case "X-Forwarded-Proto" -> proto.isEmpty() ? List.of() : List.of(proto);
                default -> List.of();
            };
        }

        @Override
        public InputStream body() {
            throw new AssertionError("a password that came in clear must not be read");
        }

        @Override
        public boolean isTls() {
            return false;
        }

        @Override
        public boolean isLoopback() {
            return false;
        }
    }
}
