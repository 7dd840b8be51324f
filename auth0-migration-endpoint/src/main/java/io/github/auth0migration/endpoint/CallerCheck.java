package io.github.auth0migration.endpoint;

import io.github.auth0migration.spi.ScriptBoundary;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in who may call, and counts who may not. Thread-safe. */
final class CallerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(CallerCheck.class);
    private static final Pattern BEARER = Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);
    private static final int MAX_TOKEN = 8192;

    private final Callers callers;
    private final AtomicLong refused = new AtomicLong();

    CallerCheck(Callers callers) {
        this.callers = callers;
    }

    void check(EndpointRequest request) throws RefusedRequestException {
        CallerVerdict verdict = verdict(request.headers("Authorization"));
        if (verdict instanceof CallerVerdict.Accepted) {
            return;
        }
        refused.incrementAndGet();
        if (verdict instanceof CallerVerdict.Forbidden forbidden) {
            LOG.atDebug().addKeyValue("reason", forbidden.reason()).log("A caller was refused");
            throw RefusedRequestException.error(
                    403, "forbidden", "The token is genuine, but its bearer may not call this endpoint.");
        }
        if (verdict instanceof CallerVerdict.Unavailable unavailable) {
            LOG.atDebug().addKeyValue("failure", unavailable.failure()).log("A caller could not be checked");
            throw RefusedRequestException.unavailable(unavailable.failure().kind());
        }
        LOG.atDebug()
                .addKeyValue("reason", ((CallerVerdict.Unauthorized) verdict).reason())
                .log("A caller was refused");
        throw RefusedRequestException.unauthorized();
    }

    private CallerVerdict verdict(List<String> headers) {
        if (headers.size() != 1 || headers.get(0).length() > MAX_TOKEN) {
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
