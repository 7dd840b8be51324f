package io.github.auth0migration.sample.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where migrated people are kept.
 *
 * @param url a JDBC address
 * @param user the database user; {@code null} where the address says it or none is needed
 * @param password the user's password: a secret
 */
public record DatabaseSettings(
        String url, @Nullable String user, @Nullable String password) {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** {@return whether it is PostgreSQL, which several replicas of this server may share} */
    public boolean isPostgresql() {
        return url.startsWith(POSTGRESQL);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[redacted]";
    }
}
