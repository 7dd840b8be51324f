package io.github.auth0migration.endpoint;

import static io.github.auth0migration.endpoint.Attack.kept;
import static io.github.auth0migration.endpoint.AttackTarget.RIGHT;
import static io.github.auth0migration.endpoint.AttackTarget.head;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies that are too large, too deep, or can be read in two ways; and what comes back in headers. */
final class BodyAttacks {

    private static final String INVALID = "400 invalid_request";
    private static final String TOO_LARGE = "413 too_large";
    private static final String MEDIA_TYPE = "415 unsupported_media_type";

    private BodyAttacks() {}

    static List<Attack> all() {
        return List.of(
                kept(
                        "a body of 1 GiB, announced",
                        TOO_LARGE,
                        t -> t.raw(head("/auth0/login", "Content-Length: 1073741824"))),
                kept(
                        "a body of 16 KiB and one byte",
                        TOO_LARGE,
                        body(RIGHT + " ".repeat(16 * 1024 + 1 - RIGHT.length()))),
                // More than the server reads to the end would race with its hanging up.
                kept("a body of 40 KiB in chunks", TOO_LARGE, chunked("x".repeat(40 << 10))),
                new Attack("the right body in chunks", "200 authenticated", "1 password", chunked(RIGHT)),
                kept("no body", INVALID, body("")),
                kept("no JSON", INVALID, body("version=1&identifier=ada")),
                kept("JSON that ends early", INVALID, body(RIGHT.substring(0, RIGHT.length() - 1))),
                kept("two documents", INVALID, body(RIGHT + RIGHT)),
                kept("a comment", INVALID, body("/**/" + RIGHT)),
                kept("5,000 arrays in each other", INVALID, body("[".repeat(5_000) + "]".repeat(5_000))),
                kept("5,000 objects in each other", INVALID, body("{\"a\":".repeat(2_500) + "1" + "}".repeat(2_500))),
                kept("a number of 10,000 digits", INVALID, body("{\"version\":" + "1".repeat(10_000) + "}")),
                kept("two identifiers", INVALID, body(RIGHT.replace("{", "{\"identifier\":\"eve@example.com\","))),
                kept(
                        "two passwords, one spelled \\u0070assword",
                        INVALID,
                        body(RIGHT.replace("{", "{\"\\u0070assword\":\"x\","))),
                kept("a member that nobody knows", INVALID, body(RIGHT.replace("{", "{\"admin\":true,"))),
                kept(
                        "an identifier that is an object",
                        INVALID,
                        body(RIGHT.replace("\"ada@example.com\"", "{\"$ne\":1}"))),
                kept("another version", INVALID, body(RIGHT.replace("\"version\":1", "\"version\":2"))),
                kept("a NUL in the JSON", INVALID, body(RIGHT.replace("ada@", "ada\0@"))),
                kept(
                        "a NUL in the identifier, escaped",
                        "200 rejected UNSPECIFIED",
                        body(RIGHT.replace("ada@", "ada\\u0000@"))),
                kept(
                        "a line end in the identifier, escaped",
                        "200 rejected UNSPECIFIED",
                        body(RIGHT.replace("ada@", "ada\\r\\n@"))),
                kept("half a surrogate pair", "200 rejected UNSPECIFIED", body(RIGHT.replace("ada@", "ada\\ud800@"))),
                kept("an identifier of 2,000 characters", INVALID, body(AttackTarget.login("a".repeat(2_000), "x"))),
                kept(
                        "a password of 10,000 characters",
                        INVALID,
                        body(AttackTarget.login("ada@example.com", "x".repeat(10_000)))),
                kept(
                        "bytes that are not UTF-8",
                        INVALID,
                        bytes(RIGHT.replace("ada", "\u00e4da").getBytes(StandardCharsets.ISO_8859_1))),
                kept("UTF-16", INVALID, bytes(RIGHT.getBytes(StandardCharsets.UTF_16))),
                kept("Content-Type with charset=utf-16", MEDIA_TYPE, type("application/json; charset=utf-16")),
                kept("a form", MEDIA_TYPE, type("application/x-www-form-urlencoded")),
                kept("text/plain, which a browser sends to other sites unasked", MEDIA_TYPE, type("text/plain")),
                kept(
                        "Content-Encoding: gzip",
                        MEDIA_TYPE,
                        t -> t.send(
                                "/login",
                                request -> request.header("Content-Encoding", "gzip")
                                        .POST(BodyPublishers.ofString(RIGHT)))),
                kept("a line end and a header in correlation_id", INVALID, correlation("x\\r\\nX-Injected: 1")),
                kept("a correlation_id of 129 characters", INVALID, correlation("x".repeat(129))),
                kept("a correlation_id in other letters", INVALID, correlation("\u0439")),
                kept("an empty correlation_id", INVALID, correlation("")),
                kept("a correlation_id that is a number", INVALID, body(RIGHT.replace("{", "{\"correlation_id\":1,"))),
                new Attack(
                        "a correlation_id of signs that mean something to HTML and shells",
                        "200 authenticated",
                        "1 password",
                        correlation("<script>`$(id)`'\\\"%0d%0a")));
    }

    private static Attack.Play body(String json) {
        return t -> t.post("/login", json);
    }

    private static Attack.Play bytes(byte[] bytes) {
        return t -> t.send("/login", request -> request.POST(BodyPublishers.ofByteArray(bytes)));
    }

    private static Attack.Play chunked(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return t -> t.send(
                "/login", request -> request.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    private static Attack.Play type(String type) {
        return t -> t.send(
                "/login", request -> request.setHeader("Content-Type", type).POST(BodyPublishers.ofString(RIGHT)));
    }

    private static Attack.Play correlation(String id) {
        return body(RIGHT.replace("{", "{\"correlation_id\":\"" + id + "\","));
    }
}
