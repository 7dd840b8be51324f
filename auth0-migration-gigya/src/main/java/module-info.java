/** Gigya (SAP Customer Data Cloud) as a migration source. */
module io.github.auth0migration.gigya {
    requires transitive io.github.auth0migration.core;
    requires static org.jspecify;

    exports io.github.auth0migration.gigya;
}
