package io.github.auth0migration.spi;

import io.github.auth0migration.Deadline;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
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
    private final OptionalInt maxBodyBytes;

    private HttpCall(
            String method,
            URI uri,
            List<Header> headers,
            byte @Nullable [] body,
            Deadline deadline,
            OptionalInt maxBodyBytes) {
        this.method = method;
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = List.copyOf(headers);
        this.body = body;
        this.deadline = Objects.requireNonNull(deadline, "deadline");
        this.maxBodyBytes = maxBodyBytes;
    }

    /**
     * A GET that accepts JSON.
     *
     * @param uri the absolute address
     * @param deadline by when the whole answer must be there
     * @return the call
     */
    public static HttpCall get(URI uri, Deadline deadline) {
        return new HttpCall(
                "GET", uri, List.of(new Header("Accept", "application/json")), null, deadline, OptionalInt.empty());
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
                deadline,
                OptionalInt.empty());
    }

    /**
     * A POST of a form that accepts JSON.
     *
     * @param uri the absolute address
     * @param fields names and values, unencoded; sent in the map's order, encoded as {@link PercentEncoding} does
     * @param deadline by when the whole answer must be there
     * @return the call
     * @throws IllegalArgumentException if a name or value is not valid Unicode
     */
    public static HttpCall postForm(URI uri, Map<String, String> fields, Deadline deadline) {
        String form = fields.entrySet().stream()
                .map(field -> PercentEncoding.encode(field.getKey()) + "=" + PercentEncoding.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new HttpCall(
                "POST",
                uri,
                List.of(
                        new Header("Accept", "application/json"),
                        new Header("Content-Type", "application/x-www-form-urlencoded")),
                form.getBytes(StandardCharsets.US_ASCII),
                deadline,
                OptionalInt.empty());
    }

    /**
     * A copy whose answer may be larger or must be smaller than the transport's own limit.
     *
     * @param bytes the most bytes that the body of the answer may have; positive
     * @return the copy
     * @throws IllegalArgumentException if {@code bytes} is not positive
     */
    public HttpCall withMaxBodyBytes(int bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException(
                    "maxBodyBytes must be positive, but is " + bytes + ": leave it out for the transport's own limit");
        }
        return new HttpCall(method, uri, headers, body, deadline, OptionalInt.of(bytes));
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
        return new HttpCall(method, uri, more, body, deadline, maxBodyBytes);
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

    /** {@return the most bytes that the body of the answer may have; empty for the transport's own limit} */
    public OptionalInt maxBodyBytes() {
        return maxBodyBytes;
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }
}
