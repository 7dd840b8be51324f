package io.github.auth0migration.sample;

import io.github.auth0migration.sample.operator.OperatorSecret;
import io.github.auth0migration.sample.settings.InvalidSettingsException;
import io.github.auth0migration.sample.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Starts the server and leaves it running. SIGTERM lets it finish the requests in flight; the process then ends with
 * 143, the JVM's code for that signal. A start that fails ends with 1, wrong settings with 2.
 */
public final class Main {

    private Main() {}

    /**
     * Starts the server with settings from the environment.
     *
     * @param arguments ignored
     */
    public static void main(String[] arguments) {
        try {
            start(Settings.from(System.getenv()), System.out);
        } catch (InvalidSettingsException e) {
            fail(2, String.valueOf(e.getMessage()));
        } catch (BindException e) {
            fail(1, "The address is taken: set PORT to a free port, for example PORT=8081.");
        } catch (IOException e) {
            fail(1, "The server cannot listen there: set HOST to an address of this machine.");
        } catch (SQLException e) {
            fail(
                    1,
                    "The database cannot be used (SQLState " + e.getSQLState() + "): is another server running on it?"
                            + " Set DATA_DIR to another directory, or DATABASE_URL to another database.");
        }
    }

    private static void start(Settings settings, PrintStream console) throws IOException, SQLException {
        Optional<String> madeUp =
                settings.operatorSecret().isPresent() ? Optional.empty() : Optional.of(OperatorSecret.random());
        String secret = settings.operatorSecret().or(() -> madeUp).orElseThrow();
        AuthServer server = AuthServer.start(settings, secret, Platforms.of(settings));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        console.println("Open " + settings.publicUrl().orElse(server.url()) + " to sign in.");
        madeUp.ifPresent(made -> console.println("Operators: /migration, any user name, password " + made));
    }

    private static void fail(int code, String problem) {
        System.err.println(problem);
        System.exit(code);
    }
}
