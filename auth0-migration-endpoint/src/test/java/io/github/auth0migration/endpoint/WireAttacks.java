package io.github.auth0migration.endpoint;

import static io.github.auth0migration.endpoint.Attack.kept;
import static io.github.auth0migration.endpoint.AttackTarget.RIGHT;
import static io.github.auth0migration.endpoint.AttackTarget.SERVER;
import static io.github.auth0migration.endpoint.AttackTarget.head;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** What is said about the same bytes in two ways, and clients that take their time. */
final class WireAttacks {

    private static final String LENGTH = "Content-Length: " + RIGHT.length();
    private static final String CHUNK = Integer.toHexString(RIGHT.length()) + "\r\n" + RIGHT + "\r\n0\r\n\r\n";
    private static final String HIDDEN = "GET /auth0/health HTTP/1.1\r\nHost: x\r\n\r\n";

    private WireAttacks() {}

    static List<Attack> all() {
        return List.of(
                kept(
                        "Content-Length and Transfer-Encoding: chunked, another request behind",
                        SERVER,
                        t -> t.raw(head("/auth0/login", LENGTH, "Transfer-Encoding: chunked") + "0\r\n\r\n" + HIDDEN)),
                kept(
                        "the same with a right body in chunks",
                        SERVER,
                        t -> t.raw(head("/auth0/login", "Content-Length: 4", "Transfer-Encoding: chunked") + CHUNK)),
                kept(
                        "two lengths that differ",
                        SERVER,
                        t -> t.raw(head("/auth0/login", LENGTH, "Content-Length: 0") + RIGHT)),
                kept("two equal lengths", SERVER, t -> t.raw(head("/auth0/login", LENGTH, LENGTH) + RIGHT)),
                kept(
                        "two lengths in one header",
                        SERVER,
                        t -> t.raw(head("/auth0/login", LENGTH + ", " + RIGHT.length()) + RIGHT)),
                kept("a negative length", SERVER, t -> t.raw(head("/auth0/login", "Content-Length: -1") + RIGHT)),
                kept(
                        "a length with a sign",
                        "400 invalid_request",
                        t -> t.raw(head("/auth0/login", "Content-Length: +" + RIGHT.length()) + RIGHT)),
                kept(
                        "a length in hexadecimal",
                        SERVER,
                        t -> t.raw(head("/auth0/login", "Content-Length: 0x10") + RIGHT)),
                kept(
                        "a length that overflows",
                        SERVER,
                        t -> t.raw(head("/auth0/login", "Content-Length: 18446744073709551616") + RIGHT)),
                kept(
                        "Transfer-Encoding: chunked, identity",
                        SERVER,
                        t -> t.raw(head("/auth0/login", "Transfer-Encoding: chunked, identity") + CHUNK)),
                kept(
                        "Transfer-Encoding: xchunked",
                        SERVER,
                        t -> t.raw(head("/auth0/login", "Transfer-Encoding: xchunked", LENGTH) + RIGHT)),
                kept(
                        "two Transfer-Encoding headers",
                        SERVER,
                        t -> t.raw(head("/auth0/login", "Transfer-Encoding: identity", "Transfer-Encoding: chunked")
                                + CHUNK)),
                kept(
                        "a chunk whose size is no number",
                        "400 invalid_request",
                        t -> t.raw(head("/auth0/login", "Transfer-Encoding: chunked") + "zz\r\n" + RIGHT)),
                kept(
                        "a white space before the colon of Content-Length",
                        SERVER,
                        t -> t.raw(head("/auth0/login", "Content-Length : " + RIGHT.length()) + RIGHT)),
                new Attack(
                        "a header on two lines",
                        "200 authenticated",
                        "1 password",
                        t -> t.raw(head("/auth0/login", "Content-Length:\r\n " + RIGHT.length()) + RIGHT)),
                kept("a header without a colon", SERVER, t -> t.raw(head("/auth0/login", "Injected", LENGTH) + RIGHT)),
                new Attack(
                        "another request behind the body, without a secret",
                        "200 authenticated, then 401 unauthorized",
                        "1 password",
                        t -> t.raw(head("/auth0/login", LENGTH) + RIGHT + HIDDEN)),
                kept(
                        "a length that ends before the body does",
                        "400 invalid_request",
                        t -> t.raw(head("/auth0/login", "Content-Length: 4") + RIGHT)),
                kept(
                        "a length that the body does not reach",
                        "400 invalid_request",
                        t -> t.raw(head("/auth0/login", "Content-Length: 500") + RIGHT)),
                new Attack(
                        "HTTP/1.0",
                        "200 authenticated",
                        "1 password",
                        t -> t.raw(head("/auth0/login", LENGTH).replace("HTTP/1.1", "HTTP/1.0") + RIGHT)),
                kept("HTTP/0.9", SERVER, t -> t.raw("GET /auth0/login\r\n\r\n")),
                kept(
                        "10,000 headers",
                        SERVER,
                        t -> t.raw(head("/auth0/login", LENGTH, "X-Many: 1\r\n".repeat(9_999) + "X: 1") + RIGHT)),
                kept(
                                "a body that stops half-way",
                                SERVER,
                                t -> t.stalled(head("/auth0/login", LENGTH) + RIGHT.substring(0, 20)))
                        .slowly(),
                kept(
                                "a head that stops half-way",
                                SERVER,
                                t -> t.stalled("POST /auth0/login HTTP/1.1\r\nHost: x\r\nX-"))
                        .slowly(),
                new Attack(
                        "1,000 connections that say nothing, then a person",
                        "200 authenticated",
                        "1 password",
                        WireAttacks::idle),
                new Attack(
                                "as many heads that stop half-way as the server has threads, and a person when they are cut off",
                                "200 authenticated",
                                "1 password",
                                WireAttacks::slowHeads)
                        .slowly());
    }

    private static String idle(AttackTarget target) throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int n = 0; n < 1_000; n++) {
                idle.add(target.connect());
            }
            return target.post("/login", RIGHT);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static String slowHeads(AttackTarget target) throws Exception {
        List<Thread> slow = new ArrayList<>();
        for (int n = 0; n < EndpointServer.THREADS; n++) {
            Thread thread = new Thread(() -> {
                try {
                    target.stalled("POST /auth0/login HTTP/1.1\r\nX-");
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            thread.start();
            slow.add(thread);
        }
        for (Thread thread : slow) {
            thread.join();
        }
        return target.post("/login", RIGHT);
    }
}
