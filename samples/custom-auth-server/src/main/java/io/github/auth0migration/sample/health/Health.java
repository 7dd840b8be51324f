package io.github.auth0migration.sample.health;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.CheckReport.Level;
import io.github.auth0migration.sample.web.Request;
import io.github.auth0migration.sample.web.Response;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the server can do its work: the database answers, and the source's last check passed. Both are looked at in the
 * background, so that nobody can make us ask more often. Details go to the log only. Thread-safe.
 */
public final class Health implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final int DATABASE_SECONDS = 5;
    private static final int SOURCE_SECONDS = 30;

    private enum State {
        UNKNOWN,
        UP,
        DOWN
    }

    private final BooleanSupplier database;
    private final Supplier<CheckReport> source;
    private final ScheduledExecutorService background;
    private volatile State databaseState = State.UNKNOWN;
    private volatile State sourceState = State.UNKNOWN;

    /**
     * Knows nothing until {@link #watch()} is called.
     *
     * @param database whether the database answers
     * @param source checks the source
     */
    public Health(BooleanSupplier database, Supplier<CheckReport> source) {
        this.database = database;
        this.source = source;
        this.background = Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "health");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Looks at both now and again and again. */
    public void watch() {
        repeat(this::lookAtDatabase, DATABASE_SECONDS);
        repeat(this::lookAtSource, SOURCE_SECONDS);
    }

    private void repeat(Runnable look, int seconds) {
        // It ends with the executor; neither look throws.
        ScheduledFuture<?> unused = background.scheduleWithFixedDelay(look, 0, seconds, TimeUnit.SECONDS);
    }

    void lookAtDatabase() {
        databaseState = database.getAsBoolean() ? State.UP : State.DOWN;
    }

    void lookAtSource() {
        State before = sourceState;
        CheckReport report = source.get();
        if (background.isShutdown()) {
            return; // Closing interrupted it, which says nothing about the source.
        }
        sourceState = report.passed() ? State.UP : State.DOWN;
        if (sourceState != before) {
            report.findings().stream()
                    .filter(finding -> finding.level() != Level.OK)
                    .forEach(Health::tell);
        }
    }

    private static void tell(Finding finding) {
        LOG.warn("Check of the source, {}: {}", finding.subject(), finding.sentence());
    }

    /**
     * Answers 200 when both are up, 503 otherwise.
     *
     * @param request the request
     * @return the answer, as JSON
     */
    public Response show(Request request) {
        State worst = databaseState == State.UP && sourceState == State.UP ? State.UP : State.DOWN;
        return Response.json(
                worst == State.UP ? 200 : 503,
                "{\"status\":\"%s\",\"database\":\"%s\",\"source\":\"%s\"}%n"
                        .formatted(lower(worst), lower(databaseState), lower(sourceState)));
    }

    private static String lower(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
