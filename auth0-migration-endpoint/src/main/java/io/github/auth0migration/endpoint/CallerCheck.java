package io.github.auth0migration.endpoint;

import io.github.auth0migration.TimeSource;
import io.github.auth0migration.spi.ScriptBoundary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in who may call, and counts who may not. A secret that was changed on one side only stops every sign-in: whoever is
 * refused shows in the log, at WARN once a minute at most, for anybody can call without a token. Thread-safe.
 */
final class CallerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(CallerCheck.class);
    private static final Pattern BEARER = Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);
    private static final int MAX_HEADER = 8192;
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final Callers callers;
    private final TimeSource time;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong nextWarning;

    CallerCheck(Callers callers, TimeSource time) {
        this.callers = callers;
        this.time = time;
        this.nextWarning = new AtomicLong(time.nanoTime());
    }

    void check(EndpointRequest request) throws RefusedRequestException {
        CallerVerdict verdict = verdict(request.headers("Authorization"));
        if (verdict instanceof CallerVerdict.Accepted) {
            return;
        }
        long count = refused.incrementAndGet();
        if (verdict instanceof CallerVerdict.Forbidden forbidden) {
            log(forbidden.reason(), count);
            throw RefusedRequestException.error(
                    403, "forbidden", "The token is genuine, but its bearer may not call this endpoint.");
        }
        if (verdict instanceof CallerVerdict.Unavailable unavailable) {
            log(unavailable.failure().toString(), count);
            throw RefusedRequestException.unavailable(unavailable.failure().kind());
        }
        log(((CallerVerdict.Unauthorized) verdict).reason(), count);
        throw RefusedRequestException.unauthorized();
    }

    private void log(String reason, long count) {
        long now = time.nanoTime();
        long next = nextWarning.get();
        boolean warn = now - next >= 0 && nextWarning.compareAndSet(next, now + BETWEEN_WARNINGS.toNanos());
        (warn ? LOG.atWarn() : LOG.atDebug())
                .addKeyValue("reason", reason)
                .addKeyValue("refusedSinceStart", count)
                .log("A caller of the endpoint was not let in");
    }

    private CallerVerdict verdict(List<String> headers) {
        if (headers.size() != 1 || headers.get(0).length() > MAX_HEADER) {
            return new CallerVerdict.Unauthorized(headers.size() + " Authorization headers, or too long a one");
        }
        Matcher bearer = BEARER.matcher(headers.get(0));
        if (!bearer.matches()) {
            return new CallerVerdict.Unauthorized("no bearer token");
        }
        try {
            return callers.check(bearer.group(1));
        } catch (RuntimeException e) {
            return new CallerVerdict.Unavailable(ScriptBoundary.bug(e, "callers"));
        }
    }

    /** {@return how many calls were refused since the start} */
    long refused() {
        return refused.get();
    }
}
