package io.github.auth0migration.spi;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where plain {@code http} is good enough. Everywhere else {@code https} is required: passwords and tokens travel in
 * these calls.
 *
 * @since 0.1.0
 */
public enum InsecureHttp {
    /** Only to this very machine: {@code 127.0.0.0/8}, {@code ::1} and {@code localhost}. The default. */
    LOOPBACK_ONLY,
    /** To any host. For closed test networks: whoever listens on the way reads every password. */
    ANYWHERE;

    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|\\[::1]|127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}", Pattern.CASE_INSENSITIVE);

    boolean permits(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                || this == ANYWHERE
                || (uri.getHost() != null && LOOPBACK.matcher(uri.getHost()).matches());
    }
}
