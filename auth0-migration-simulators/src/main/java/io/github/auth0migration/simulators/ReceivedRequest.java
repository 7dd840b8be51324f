package io.github.auth0migration.simulators;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that a simulator received, exactly as it came over the wire.
 *
 * <p>Immutable and thread-safe. Headers and body hold credentials: {@code toString} shows operation, method and path
 * only.
 *
 * @param <O> the simulator's operations
 * @since 0.1.0
 */
public final class ReceivedRequest<O extends Enum<O>> {

    private final O operation;
    private final RawRequest raw;

    ReceivedRequest(O operation, RawRequest raw) {
        this.operation = operation;
        this.raw = raw;
    }

    /** {@return the operation that was asked for} */
    public O operation() {
        return operation;
    }

    /** {@return the HTTP method, for example {@code POST}} */
    public String method() {
        return raw.method();
    }

    /** {@return the path, neither decoded nor normalized, without the query} */
    public String rawPath() {
        int query = raw.target().indexOf('?');
        return query < 0 ? raw.target() : raw.target().substring(0, query);
    }

    /** {@return the query, not decoded, without the question mark; empty when there is none} */
    public String rawQuery() {
        int query = raw.target().indexOf('?');
        return query < 0 ? "" : raw.target().substring(query + 1);
    }

    /** {@return all headers; the names compare without regard to case} */
    public Map<String, List<String>> headers() {
        return raw.headers();
    }

    /**
     * The first value of a header.
     *
     * @param name the header's name, in any case
     * @return the value; empty when the header is missing
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(raw.headers().get(name)).map(values -> values.get(0));
    }

    /** {@return the body, read as UTF-8; empty when there is none} */
    public String body() {
        return new String(raw.body(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return operation + " " + raw.method() + " " + rawPath();
    }
}
