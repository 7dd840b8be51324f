/** Limits on guesses that replicas share. */
module io.github.auth0migration.bucket4j {
    requires transitive io.github.auth0migration.core;
    requires transitive java.sql;
    requires io.github.bucket4j.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.github.auth0migration.bucket4j;
}
