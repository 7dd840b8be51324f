package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge of a source: what every script does before its first and after its last line, so that it throws for nothing.
 *
 * <p>Input that no platform needs to see is rejected here; a failed call and a bug become {@code Unavailable}.
 *
 * @since 0.1.0
 */
public final class ScriptBoundary {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptBoundary.class);

    private ScriptBoundary() {}

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
        try {
            return body.run();
        } catch (CallFailedException e) {
            return new LoginOutcome.Unavailable(e.failure());
        } catch (Exception e) {
            return new LoginOutcome.Unavailable(bug(e, request.correlationId()));
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
        try {
            return body.run();
        } catch (CallFailedException e) {
            return new LookupOutcome.Unavailable(e.failure());
        } catch (Exception e) {
            return new LookupOutcome.Unavailable(bug(e, request.correlationId()));
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
