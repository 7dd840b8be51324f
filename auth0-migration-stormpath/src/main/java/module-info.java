/** Stormpath as a migration source. */
@SuppressWarnings("module") // exports is built after this module
module io.github.auth0migration.stormpath {
    requires transitive io.github.auth0migration.core;
    requires static org.jspecify;

    exports io.github.auth0migration.stormpath;
    exports io.github.auth0migration.stormpath.internal to
            io.github.auth0migration.exports;
}
