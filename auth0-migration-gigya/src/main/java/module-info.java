/** Gigya (SAP Customer Data Cloud) as a migration source. */
@SuppressWarnings("module") // exports is built after this module
module io.github.auth0migration.gigya {
    requires transitive io.github.auth0migration.core;
    requires static org.jspecify;

    exports io.github.auth0migration.gigya;
    exports io.github.auth0migration.gigya.internal to
            io.github.auth0migration.exports;
}
