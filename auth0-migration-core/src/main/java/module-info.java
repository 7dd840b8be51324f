/** Core of the migration SDK: hosts read the root package, authors of sources {@code spi}, owners of a sign-in {@code trickle}. */
module io.github.auth0migration.core {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires java.net.http;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.github.auth0migration;
    exports io.github.auth0migration.spi;
    exports io.github.auth0migration.trickle;
}
