package io.github.auth0migration.simulators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a simulator answers: status, headers and body. Immutable and thread-safe.
 *
 * <p>The server adds {@code Content-Length}, and {@code Date} by the simulator's clock unless the reply has its own.
 * {@code toString} tells the status only, for bodies hold tokens.
 *
 * @since 0.1.0
 */
public final class Reply {

    static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final List<Header> headers;
    private final byte[] body;

    private Reply(int status, List<Header> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A reply with a body and no header.
     *
     * @param status the HTTP status
     * @param body the bytes of the body; copied
     * @return the reply
     */
    public static Reply of(int status, byte[] body) {
        return new Reply(status, List.of(), body.clone());
    }

    /**
     * A reply with a text, sent as UTF-8.
     *
     * @param status the HTTP status
     * @param contentType the value of {@code Content-Type}
     * @param body the text of the body
     * @return the reply
     */
    public static Reply text(int status, String contentType, String body) {
        return of(status, body.getBytes(StandardCharsets.UTF_8)).with("Content-Type", contentType);
    }

    /**
     * A reply with JSON.
     *
     * @param status the HTTP status
     * @param value a map, list or plain value that can be written as JSON
     * @return the reply, of type {@code application/json}
     * @throws IllegalArgumentException if the value cannot be written as JSON
     */
    public static Reply json(int status, Object value) {
        try {
            return text(status, "application/json", JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "value cannot be written as JSON: pass maps, lists, strings, numbers and booleans", e);
        }
    }

    /**
     * This reply with one header more; a name may come twice.
     *
     * @param name the name of the header
     * @param value its value
     * @return a new reply
     */
    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, List.copyOf(more), body);
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return the body, read as UTF-8} */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** This reply with other bytes in its body. */
    Reply withBody(byte[] other) {
        return new Reply(status, headers, other);
    }

    List<Header> headers() {
        return headers;
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    /** The body itself, not a copy: for the writer, which does not change it. */
    byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }

    record Header(String name, String value) {}
}
