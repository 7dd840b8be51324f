package io.github.auth0migration.sample.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set, from environment variables.
 *
 * @param host {@code HOST}: the address to listen on; by default loopback only
 * @param port {@code PORT}: by default 8080; 0 takes any free port
 * @param publicUrl {@code PUBLIC_URL}: the https address by which people come, through a proxy that ends TLS
 * @param database {@code DATABASE_URL}, {@code DATABASE_USER} and {@code DATABASE_PASSWORD}; by default an embedded
 *     database in {@code DATA_DIR}
 * @param dataDirectory {@code DATA_DIR}: what the server keeps; by default {@code ./data}
 * @param platforms the variables that begin with {@code OKTA_}, {@code STORMPATH_} and {@code GIGYA_}; without any, the
 *     demo's platforms and people are there
 * @param operatorSecret {@code OPERATOR_SECRET}; empty to make one up at each start
 * @param guardKey {@code GUARD_KEY}: what replicas on one PostgreSQL hash names with, before they count guesses under
 *     them; empty with the embedded database, where guesses are counted in memory
 */
public record Settings(
        String host,
        int port,
        Optional<URI> publicUrl,
        DatabaseSettings database,
        Path dataDirectory,
        PlatformSettings platforms,
        Optional<String> operatorSecret,
        Optional<String> guardKey) {

    private static final int SHORTEST_SECRET = 16;
    private static final int SHORTEST_GUARD_KEY = 32;

    /**
     * Reads and checks everything.
     *
     * @param environment the environment variables; blank counts as unset
     * @return the settings
     * @throws InvalidSettingsException naming all that is wrong
     */
    public static Settings from(Map<String, String> environment) {
        SettingsReader read = new SettingsReader(environment);
        Optional<URI> publicUrl = read.httpsUrl("PUBLIC_URL");
        Path data = read.directory("DATA_DIR", "data");
        PlatformSettings platforms = PlatformSettings.from(read, data);
        Settings settings = new Settings(
                host(read, publicUrl.isPresent()),
                read.integer("PORT", 8080, 0, 65_535),
                publicUrl,
                database(read, data, platforms.isEmpty()),
                data,
                platforms,
                read.secret("OPERATOR_SECRET", SHORTEST_SECRET),
                read.key("GUARD_KEY", SHORTEST_GUARD_KEY));
        read.require(
                publicUrl.isEmpty() || !platforms.isEmpty(),
                "PUBLIC_URL needs a platform, for the passwords of demo people are known to everybody: set the variables of"
                        + " Okta, Stormpath or Gigya, or unset it.");
        read.require(
                !settings.database().isPostgresql() || settings.guardKey().isPresent(),
                "GUARD_KEY must be set with a PostgreSQL database, for replicas count guesses there, under hashes: set it to"
                        + " 32 or more random characters, the same for all replicas.");
        read.failOnProblems();
        return settings;
    }

    private static String host(SettingsReader read, boolean behindHttps) {
        String host = read.text("HOST").orElse("127.0.0.1");
        read.require(
                behindHttps || SettingsReader.isLoopback(host),
                "HOST must be a loopback address such as 127.0.0.1, for passwords would cross the network in clear: put a"
                        + " TLS proxy in front and set PUBLIC_URL to its https address to listen elsewhere.");
        return host;
    }

    private static DatabaseSettings database(SettingsReader read, Path directory, boolean demo) {
        @Nullable String user = read.text("DATABASE_USER").orElse(null);
        @Nullable String password = read.text("DATABASE_PASSWORD").orElse(null);
        String url = read.text("DATABASE_URL").orElse(embeddedIn(directory, demo ? "demo" : "auth-server"));
        read.require(
                url.startsWith("jdbc:"),
                "DATABASE_URL must be a JDBC address, for example jdbc:postgresql://db.example.com/auth: add jdbc: or"
                        + " unset it to use the embedded database.");
        read.require(
                !demo || !url.startsWith("jdbc:") || url.startsWith("jdbc:h2:"),
                "DATABASE_URL needs a platform, for demo people must not move into a real database: set the variables of"
                        + " Okta, Stormpath or Gigya, or unset it.");
        return new DatabaseSettings(url, user, password);
    }

    /**
     * Writes at commit and not some time later, and leaves the closing to us when the process is asked to end. Demo people
     * have a database of their own: everybody knows their passwords.
     */
    private static String embeddedIn(Path directory, String name) {
        return "jdbc:h2:file:" + directory.resolve(name) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    /** {@return whether browsers come by https, through a proxy} */
    public boolean behindHttps() {
        return publicUrl.isPresent();
    }

    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + ", " + platforms + "]";
    }
}
