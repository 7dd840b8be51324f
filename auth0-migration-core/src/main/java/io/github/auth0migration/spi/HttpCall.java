package io.github.auth0migration.spi;

import io.github.auth0migration.Deadline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request: method, address, headers, body and deadline.
 *
 * <p>Holds credentials: {@code toString} tells method and host only, there is no {@code equals}. Immutable and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class HttpCall {

    /**
     * One header line.
     *
     * @param name the header's name
     * @param value its value; may be a credential
     */
    public record Header(String name, String value) {
        /**
         * Checks that the header cannot smuggle a second one.
         *
         * @param name the header's name
         * @param value its value
         * @throws IllegalArgumentException if name or value holds a line break
         */
        public Header {
            if (hasLineBreak(name) || hasLineBreak(value)) {
                throw new IllegalArgumentException("header " + name.strip() + " must not hold a line break");
            }
        }

        private static boolean hasLineBreak(String text) {
            return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final String method;
    private final URI uri;
    private final List<Header> headers;
    private final byte @Nullable [] body;
    private final Deadline deadline;

    private HttpCall(String method, URI uri, List<Header> headers, byte @Nullable [] body, Deadline deadline) {
        this.method = method;
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = List.copyOf(headers);
        this.body = body;
        this.deadline = Objects.requireNonNull(deadline, "deadline");
    }

    /**
     * A GET that accepts JSON.
     *
     * @param uri the absolute address
     * @param deadline by when the whole answer must be there
     * @return the call
     */
    public static HttpCall get(URI uri, Deadline deadline) {
        return new HttpCall("GET", uri, List.of(new Header("Accept", "application/json")), null, deadline);
    }

    /**
     * A POST of a JSON object that accepts JSON.
     *
     * @param uri the absolute address
     * @param json the object: maps, lists, strings, numbers, booleans and nulls
     * @param deadline by when the whole answer must be there
     * @return the call
     */
    public static HttpCall postJson(URI uri, Map<String, ? extends @Nullable Object> json, Deadline deadline) {
        return new HttpCall(
                "POST",
                uri,
                List.of(new Header("Accept", "application/json"), new Header("Content-Type", "application/json")),
                Json.write(json).getBytes(StandardCharsets.UTF_8),
                deadline);
    }

    /**
     * A copy with one more header.
     *
     * @param name the header's name
     * @param value its value
     * @return the copy
     * @throws IllegalArgumentException if name or value holds a line break
     */
    public HttpCall withHeader(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpCall(method, uri, more, body, deadline);
    }

    /** {@return the method, in capitals} */
    public String method() {
        return method;
    }

    /** {@return the absolute address} */
    public URI uri() {
        return uri;
    }

    /** {@return the headers, in order} */
    public List<Header> headers() {
        return headers;
    }

    /** {@return a copy of the body's bytes, for calls that have one} */
    public Optional<byte[]> body() {
        return Optional.ofNullable(body).map(byte[]::clone);
    }

    /** {@return by when the whole answer must be there} */
    public Deadline deadline() {
        return deadline;
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}
