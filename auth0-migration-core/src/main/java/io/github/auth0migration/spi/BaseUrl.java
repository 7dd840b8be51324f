package io.github.auth0migration.spi;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The address of a platform as the host configured it, and the only way to build request addresses: whatever goes into
 * {@link #resolve}, the request goes to this very host and port.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class BaseUrl {

    private final URI base;
    private final String prefix;

    private BaseUrl(URI base) {
        this.base = base;
        String text = base.toString();
        this.prefix = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * A base address that is {@code https}, or {@code http} to this machine.
     *
     * @param settingName what the setting is called in the host's code, for messages
     * @param uri the address, such as {@code https://acme.okta.com}; may have a path
     * @return the base address
     * @throws IllegalArgumentException if {@code uri} breaks a rule; the message names setting, rule and fix
     */
    public static BaseUrl of(String settingName, URI uri) {
        return of(settingName, uri, InsecureHttp.LOOPBACK_ONLY);
    }

    /**
     * A base address.
     *
     * @param settingName what the setting is called in the host's code, for messages
     * @param uri the address, such as {@code https://acme.okta.com}; may have a path
     * @param insecureHttp where plain {@code http} is good enough
     * @return the base address
     * @throws IllegalArgumentException if {@code uri} breaks a rule; the message names setting, rule and fix
     */
    public static BaseUrl of(String settingName, URI uri, InsecureHttp insecureHttp) {
        Objects.requireNonNull(settingName, "settingName");
        Objects.requireNonNull(uri, settingName);
        // The parts that may hold secrets come first; later messages can then quote the value.
        // An @ anywhere may be a user's, also where the address is too broken to have a user part.
        require(
                uri.toString().indexOf('@') < 0,
                settingName,
                null,
                "must hold no user name or password",
                "remove them");
        require(uri.getRawQuery() == null, settingName, null, "must have no query", "remove all from the '?' on");
        require(uri.getRawFragment() == null, settingName, null, "must have no fragment", "remove all from the '#' on");
        require(isHttp(uri), settingName, uri, "must be an absolute http or https address", "begin it with https://");
        require(uri.getHost() != null, settingName, uri, "must name a host", "write it as https://host.example");
        require(
                uri.getPort() != 0 && uri.getPort() <= 65535,
                settingName,
                uri,
                "must have a port from 1 to 65535 or none",
                "correct the port");
        require(
                isPlain(uri.getRawPath()),
                settingName,
                uri,
                "must have a path without empty, '.' or '..' segments",
                "write the path out");
        require(
                insecureHttp.permits(uri),
                settingName,
                uri,
                "must be https unless the host is this machine",
                "use https, or allow InsecureHttp.ANYWHERE in a closed test network");
        return new BaseUrl(uri);
    }

    /**
     * Builds the address of a request: the base, then the segments, then the query.
     *
     * @param segments path segments, unencoded; all but RFC 3986's unreserved characters gets encoded, as UTF-8
     * @param query names and values, unencoded and encoded alike; in the map's order
     * @return an address on the base's very host and port, below the base's path
     * @throws IllegalArgumentException if a segment is empty, {@code .} or {@code ..}, or a text is not valid Unicode
     */
    public URI resolve(List<String> segments, Map<String, String> query) {
        StringBuilder address = new StringBuilder(prefix);
        for (String segment : segments) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("a path segment must not be empty, '.' or '..'");
            }
            address.append('/').append(PercentEncoding.encode(segment));
        }
        char separator = '?';
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            address.append(separator).append(PercentEncoding.encode(parameter.getKey()));
            address.append('=').append(PercentEncoding.encode(parameter.getValue()));
            separator = '&';
        }
        return URI.create(address.toString());
    }

    /** {@return the address as it was configured} */
    public URI uri() {
        return base;
    }

    private static boolean isHttp(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isPlain(String path) {
        return !path.contains("//")
                && URI.create("http://host" + path).normalize().getRawPath().equals(path);
    }

    private static void require(boolean met, String setting, @Nullable URI value, String rule, String fix) {
        if (!met) {
            throw new IllegalArgumentException(
                    setting + " " + rule + (value == null ? "" : ", but is " + value) + ": " + fix);
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
