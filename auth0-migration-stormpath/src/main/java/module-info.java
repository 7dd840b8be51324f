/** Stormpath as a migration source. */
module io.github.auth0migration.stormpath {
    requires transitive io.github.auth0migration.core;
    requires static org.jspecify;

    exports io.github.auth0migration.stormpath;
}
