package io.github.auth0migration;

/**
 * Hears what happens: for metrics, audit logs and operators' pages.
 *
 * <p>Called on the thread of the attempt, after it ended; must be thread-safe and quick, for it is not timed. What it
 * throws is swallowed.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MigrationListener {

    /**
     * Something happened.
     *
     * @param event what happened; holds no secret
     */
    void onEvent(MigrationEvent event);
}
