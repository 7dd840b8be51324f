package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The edge of a source: what every script does before its first and after its last line, so that it throws for nothing.
 *
 * <p>Input that no platform needs to see is rejected here; a failed call and a bug become {@code Unavailable}. While the
 * inside runs, {@link #CORRELATION_ID} is in SLF4J's {@link MDC}, so that every line that is logged meanwhile can be told
 * apart from other attempts'.
 *
 * @since 0.1.0
 */
public final class ScriptBoundary {

    /** Under which an attempt's correlation id is in the {@link MDC}. */
    public static final String CORRELATION_ID = "auth0migration.correlationId";

    private static final Logger LOG = LoggerFactory.getLogger(ScriptBoundary.class);

    private ScriptBoundary() {}

    /**
     * Logs, at DEBUG, by which id the platform's support finds the call that was just answered.
     *
     * @param requestId the platform's id of the call, checked: nothing that could break a line
     */
    public static void answered(String requestId) {
        LOG.atDebug().addKeyValue("upstreamRequestId", requestId).log("The platform answered");
    }

    /** The inside of a Login script. */
    @FunctionalInterface
    public interface LoginBody {
        /**
         * Asks the platform.
         *
         * @return what it said
         * @throws CallFailedException if it could not be asked
         */
        LoginOutcome run() throws CallFailedException;
    }

    /** The inside of a Get User script. */
    @FunctionalInterface
    public interface LookupBody {
        /**
         * Asks the platform.
         *
         * @return what it said
         * @throws CallFailedException if it could not be asked
         */
        LookupOutcome run() throws CallFailedException;
    }

    /**
     * Runs the inside of a Login script.
     *
     * @param request the request
     * @param body the inside
     * @return its outcome; {@code Rejected} without running it when identifier or password are empty, too long or not
     *     text
     */
    public static LoginOutcome login(LoginRequest request, LoginBody body) {
        if (!request.isPlausible()) {
            return LoginOutcome.Rejected.of(LoginOutcome.Cause.UNSPECIFIED);
        }
        @Nullable String before = begin(request.correlationId());
        try {
            return body.run();
        } catch (CallFailedException e) {
            return new LoginOutcome.Unavailable(e.failure());
        } catch (Exception e) {
            return new LoginOutcome.Unavailable(bug(e, request.correlationId()));
        } finally {
            end(before);
        }
    }

    /**
     * Runs the inside of a Get User script.
     *
     * @param request the request
     * @param body the inside
     * @return its outcome; {@code NotFound} without running it when what is looked for is empty, too long or not text
     */
    public static LookupOutcome lookup(LookupRequest request, LookupBody body) {
        if (!request.isPlausible()) {
            return new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT);
        }
        @Nullable String before = begin(request.correlationId());
        try {
            return body.run();
        } catch (CallFailedException e) {
            return new LookupOutcome.Unavailable(e.failure());
        } catch (Exception e) {
            return new LookupOutcome.Unavailable(bug(e, request.correlationId()));
        } finally {
            end(before);
        }
    }

    private static @Nullable String begin(String correlationId) {
        @Nullable String before = MDC.get(CORRELATION_ID);
        MDC.put(CORRELATION_ID, correlationId);
        return before;
    }

    private static void end(@Nullable String before) {
        if (before == null) {
            MDC.remove(CORRELATION_ID);
        } else {
            MDC.put(CORRELATION_ID, before);
        }
    }

    /**
     * Reports a bug without its message, which may quote anything.
     *
     * @param bug what was thrown
     * @param correlationId the id of the attempt
     * @return the failure to answer with
     */
    public static Failure bug(Exception bug, String correlationId) {
        if (bug instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return Failure.of(Failure.Kind.INTERRUPTED, "The calling thread was interrupted.");
        }
        String where = Optional.ofNullable(bug.getStackTrace())
                .filter(trace -> trace.length > 0)
                .map(trace -> trace[0].getClassName() + "." + trace[0].getMethodName() + ":" + trace[0].getLineNumber())
                .orElse("unknown");
        LOG.atDebug()
                .addKeyValue("correlationId", correlationId)
                .addKeyValue("exception", bug.getClass().getName())
                .addKeyValue("at", where)
                .log("A script threw");
        return Failure.of(Failure.Kind.INTERNAL, "A bug: " + bug.getClass().getName() + " at " + where + ".");
    }
}
