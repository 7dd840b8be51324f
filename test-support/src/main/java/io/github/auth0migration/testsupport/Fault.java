package io.github.auth0migration.testsupport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What {@link FaultServer} does with one request. A lambda may do anything else. */
@FunctionalInterface
public interface Fault {

    /** Answers, or fails to; the connection stays open for the next request unless this closes it. */
    void serve(Wire wire) throws IOException;

    /** A whole answer; headers as {@code "Name: value"}. */
    static Fault answer(int status, String body, String... headers) {
        return answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A whole answer of bytes. */
    static Fault answer(int status, byte[] body, String... headers) {
        return wire -> {
            wire.send(head(status, body.length, headers));
            wire.send(body);
        };
    }

    /** A redirect. */
    static Fault redirect(int status, String location) {
        return answer(status, "", "Location: " + location);
    }

    /** The HTML page of a gateway, whatever its status. */
    static Fault gatewayPage(int status) {
        return answer(status, "<html><body>Bad gateway</body></html>", "Content-Type: text/html");
    }

    /** A JSON object in UTF-16 that calls itself so. */
    static Fault utf16(int status, String json) {
        return answer(status, json.getBytes(StandardCharsets.UTF_16), "Content-Type: application/json; charset=utf-16");
    }

    /** A TCP reset instead of an answer. */
    static Fault reset() {
        return Wire::reset;
    }

    /** A TCP reset in the middle of the body. */
    static Fault resetInBody(String partOfBody) {
        return wire -> {
            wire.send(head(200, 1000));
            wire.send(partOfBody);
            wire.clientClosesWithin(200);
            wire.reset();
        };
    }

    /** The end of the connection instead of an answer. */
    static Fault closeEarly() {
        return Wire::close;
    }

    /** The end of the connection before the announced end of the body. */
    static Fault cutBody(String partOfBody) {
        return wire -> {
            wire.send(head(200, partOfBody.length() + 10));
            wire.send(partOfBody);
            wire.close();
        };
    }

    /** The end of the connection before the last chunk. */
    static Fault cutChunks(String partOfBody) {
        return wire -> {
            wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            wire.send(Integer.toHexString(partOfBody.length()) + "\r\n" + partOfBody + "\r\n");
            wire.close();
        };
    }

    /** No answer; the connection stays open until the client closes it. */
    static Fault stall() {
        return wire -> wire.clientClosesWithin(0);
    }

    /** Headers and the begin of the body, then nothing; the connection stays open until the client closes it. */
    static Fault stallInBody(String partOfBody) {
        return wire -> {
            wire.send(head(200, 1000));
            wire.send(partOfBody);
            wire.clientClosesWithin(0);
        };
    }

    /** Headers, then one byte of the body each second until the client closes. */
    static Fault drip() {
        return wire -> {
            wire.send(head(200, 1000));
            do {
                wire.send(" ");
            } while (!wire.clientClosesWithin(1000));
        };
    }

    /** Announces a body of so many bytes and sends none. */
    static Fault announce(long bytes) {
        return wire -> {
            wire.send(head(200, bytes));
            wire.clientClosesWithin(0);
        };
    }

    /** A body without announced size and without end. */
    static Fault endless() {
        return wire -> {
            wire.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
            while (true) {
                wire.send(chunk);
            }
        };
    }

    /** Something that is no HTTP. */
    static Fault garbage(String text) {
        return wire -> {
            wire.send(text);
            wire.close();
        };
    }

    private static String head(int status, long length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
    }
}
