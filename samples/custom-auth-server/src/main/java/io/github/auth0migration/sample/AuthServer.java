package io.github.auth0migration.sample;

import static io.github.auth0migration.Sources.bounded;
import static io.github.auth0migration.Sources.coalesced;
import static io.github.auth0migration.Sources.guarded;
import static io.github.auth0migration.Sources.observed;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.sample.health.Health;
import io.github.auth0migration.sample.operator.MigrationLog;
import io.github.auth0migration.sample.operator.MigrationPage;
import io.github.auth0migration.sample.operator.OperatorSecret;
import io.github.auth0migration.sample.settings.Settings;
import io.github.auth0migration.sample.signin.GuardedSignIn;
import io.github.auth0migration.sample.signin.Guards;
import io.github.auth0migration.sample.signin.SignInRoutes;
import io.github.auth0migration.sample.users.Database;
import io.github.auth0migration.sample.users.JdbcUserStore;
import io.github.auth0migration.sample.users.Passwords;
import io.github.auth0migration.sample.web.Routes;
import io.github.auth0migration.sample.web.WebServer;
import io.github.auth0migration.trickle.TrickleMigration;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

/** The server, with its parts put together. Thread-safe. */
final class AuthServer implements AutoCloseable {

    private static final int MOST_CALLS_IN_FLIGHT = 64;

    private final Platforms platforms;
    private final Database database;
    private final Guards guards;
    private final Health health;
    private final JdbcUserStore users;
    private final WebServer web;

    private AuthServer(
            Settings settings,
            String operatorSecret,
            Platforms platforms,
            Database database,
            Guards guards,
            MigrationLog log)
            throws IOException {
        this.platforms = platforms;
        this.database = database;
        this.guards = guards;
        this.users = new JdbcUserStore(database.connections(), Passwords.standard());
        // Exports bring a guard, and so does the page. Each has counts of its own: one guard in two places would count
        // every attempt twice, and lock people out after half as many.
        MigrationSource source = observed(
                guarded(coalesced(bounded(platforms.source(), MOST_CALLS_IN_FLIGHT)), guards.at("source")), log);
        TrickleMigration migration =
                TrickleMigration.from(source).to(users).listener(log).build();
        this.health = new Health(database::isReachable, source::check);

        Routes routes = new Routes()
                .file("/style.css", "text/css; charset=utf-8")
                .file("/icon.svg", "image/svg+xml")
                .get(
                        "/migration",
                        new MigrationPage(log, platforms.displayName(), new OperatorSecret(operatorSecret))::show)
                .get("/health", health::show);
        SignInRoutes.addTo(
                routes,
                new GuardedSignIn(migration::signIn, guards.at("page"), log, source.name()),
                users,
                platforms.displayName(),
                platforms.demoPeople(),
                settings.behindHttps());
        this.web = WebServer.start(settings.host(), settings.port(), settings.behindHttps(), routes);
        health.watch();
    }

    /**
     * Starts a server; closes the platforms if it cannot.
     *
     * @throws IOException if it cannot listen
     * @throws SQLException if the database cannot be used
     */
    static AuthServer start(Settings settings, String operatorSecret, Platforms platforms)
            throws IOException, SQLException {
        return start(settings, operatorSecret, platforms, Guards.PATIENCE);
    }

    /** The same for a machine on which a database may need longer. */
    static AuthServer start(Settings settings, String operatorSecret, Platforms platforms, Duration guardsPatience)
            throws IOException, SQLException {
        try {
            Database database = Database.open(settings.database());
            try {
                return over(settings, operatorSecret, platforms, database, guardsPatience);
            } catch (IOException | SQLException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (IOException | SQLException | RuntimeException e) {
            platforms.close();
            throw e;
        }
    }

    private static AuthServer over(
            Settings settings, String operatorSecret, Platforms platforms, Database database, Duration guardsPatience)
            throws IOException, SQLException {
        MigrationLog log = new MigrationLog(InstantSource.system());
        Guards guards = Guards.open(settings, log, guardsPatience);
        try {
            return new AuthServer(settings, operatorSecret, platforms, database, guards, log);
        } catch (IOException | RuntimeException e) {
            guards.close();
            throw e;
        }
    }

    URI url() {
        return web.url();
    }

    JdbcUserStore users() {
        return users;
    }

    /** Finishes the requests in flight, then closes everything else. */
    @Override
    public void close() {
        web.close();
        health.close();
        platforms.close();
        guards.close();
        database.close();
    }
}
