package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One complete HTTP answer.
 *
 * <p>The body may hold session tokens and personal data: {@code toString} tells the status only, there is no
 * {@code equals}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class HttpReply {

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param status the HTTP status
     * @param headers the headers; names compare without case, a name may have several values
     * @param body the whole body; copied
     */
    public HttpReply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        Map<String, List<String>> copy = new TreeMap<>();
        headers.forEach((name, values) -> copy.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        this.headers = Map.copyOf(copy);
        this.body = Objects.requireNonNull(body, "body").clone();
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /**
     * All values of a header.
     *
     * @param name the header's name, in any case
     * @return its values in order of arrival; empty when the header is missing
     */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * The first value of a header.
     *
     * @param name the header's name, in any case
     * @return its first value
     */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /**
     * A header that holds a date, such as {@code Date}: the platform's own clock.
     *
     * @param name the header's name, in any case
     * @return its first value; empty when the header is missing or is no HTTP date
     */
    public Optional<Instant> date(String name) {
        return header(name).flatMap(value -> {
            try {
                return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip(), Instant::from));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * Reads the body as one JSON object, whatever the content type says.
     *
     * @return the object
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if the body is not UTF-8, not JSON, not
     *     one object, names a key twice or goes on behind the object
     */
    public JsonObject jsonObject() throws CallFailedException {
        return Json.readObject(body);
    }

    /**
     * Reads the body as one JSON array of objects, whatever the content type says.
     *
     * @return the objects
     * @throws CallFailedException with {@link Failure.Kind#MALFORMED_RESPONSE} if the body is anything else
     */
    public List<JsonObject> jsonObjects() throws CallFailedException {
        return Json.readObjects(body);
    }

    /**
     * What the status alone tells, on any platform: 3xx is {@link Failure.Kind#MALFORMED_RESPONSE} (redirects are never
     * followed), 429 {@link Failure.Kind#RATE_LIMITED}, 5xx {@link Failure.Kind#SERVER_ERROR}. Look for the platform's
     * own codes first: some come with such a status.
     *
     * <p>{@code Retry-After} is taken over as seconds, or as a date measured against the answer's own {@code Date},
     * never against our clock.
     *
     * @return the failure; empty for every other status
     */
    public Optional<Failure> failure() {
        if (status == 429) {
            return Optional.of(withRetryAfter(Failure.Kind.RATE_LIMITED, "The platform asks us to slow down (429)."));
        }
        return switch (status / 100) {
            case 3 ->
                Optional.of(Failure.of(
                        Failure.Kind.MALFORMED_RESPONSE,
                        "The platform answered with a redirect (" + status + "), which is never followed."));
            case 5 ->
                Optional.of(withRetryAfter(
                        Failure.Kind.SERVER_ERROR,
                        "The platform, or a gateway before it, answered with " + status + "."));
            default -> Optional.empty();
        };
    }

    /**
     * This reply, if its status alone is no failure.
     *
     * @return this reply
     * @throws CallFailedException with {@link #failure()}, if there is one
     */
    public HttpReply orThrow() throws CallFailedException {
        Optional<Failure> failure = failure();
        if (failure.isPresent()) {
            throw CallFailedException.maybeSent(failure.get());
        }
        return this;
    }

    private Failure withRetryAfter(Failure.Kind kind, String detail) {
        Failure failure = Failure.of(kind, detail);
        return RetryAfter.of(this).map(failure::withRetryAfter).orElse(failure);
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
