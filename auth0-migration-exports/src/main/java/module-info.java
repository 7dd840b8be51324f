/** What platforms leave behind as migration sources: Stormpath's export and Gigya's. */
module io.github.auth0migration.exports {
    requires transitive io.github.auth0migration.core;
    requires transitive io.github.auth0migration.gigya;
    requires transitive io.github.auth0migration.password;
    requires transitive io.github.auth0migration.stormpath;
    requires com.h2database.mvstore;
    requires org.apache.commons.csv;
    requires static org.jspecify;

    exports io.github.auth0migration.exports;
}
