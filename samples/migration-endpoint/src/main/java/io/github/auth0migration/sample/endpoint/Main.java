package io.github.auth0migration.sample.endpoint;

import io.github.auth0migration.endpoint.ActionScripts;
import io.github.auth0migration.endpoint.BearerSecrets;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Starts the host and leaves it running; or, with {@code scripts} and a folder, writes the action scripts there. */
public final class Main {

    private static final int DEFAULT_PORT = 8090;

    private Main() {}

    /**
     * Runs the sample.
     *
     * @param arguments none, or {@code scripts} and a folder
     */
    public static void main(String[] arguments) {
        try {
            if (arguments.length == 2 && arguments[0].equals("scripts")) {
                writeScripts(Path.of(arguments[1]));
            } else if (arguments.length == 0) {
                serve(System.getenv());
            } else {
                fail("Start it without arguments, or with: scripts <folder>");
            }
        } catch (BindException e) {
            fail("The address is taken: set PORT to a free port, for example PORT=8091.");
        } catch (IOException e) {
            fail("A file or an address cannot be used: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static void writeScripts(Path folder) throws IOException {
        ActionScripts scripts = ActionScripts.builder().build();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("login.js"), scripts.login());
        Files.writeString(folder.resolve("get_user.js"), scripts.getUser());
        System.out.println("Wrote login.js and get_user.js. Set in the connection's configuration: "
                + String.join(", ", scripts.configurationKeys()) + ".");
    }

    private static void serve(Map<String, String> environment) throws IOException {
        // The JDK's server reads these once, when it starts: no client may hold a thread for long, and no answer may
        // wait.
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        CallerSecrets secrets = CallerSecrets.of(environment);
        OktaPeople people = OktaPeople.of(environment);
        EndpointHost host = EndpointHost.start(
                port(environment),
                people.source(),
                BearerSecrets.of(secrets.scripts()),
                BearerSecrets.of(secrets.keycloak()),
                BearerSecrets.of(secrets.operators()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(host, people), "shutdown"));
        System.out.println("For Auth0's scripts: " + host.url() + "/auth0");
        System.out.println("For Keycloak's plug-in: " + host.url() + "/keycloak");
        System.out.println("For operators: " + host.url() + "/auth0/health");
        secrets.madeUp(environment).forEach(System.out::println);
        System.out.println(people.story());
    }

    private static void close(EndpointHost host, OktaPeople people) {
        host.close();
        people.close();
    }

    private static int port(Map<String, String> environment) {
        String port = Optional.ofNullable(environment.get("PORT")).orElse(String.valueOf(DEFAULT_PORT));
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("PORT must be a number from 0 to 65535, where 0 is any free port.");
        }
        return Integer.parseInt(port);
    }

    private static void fail(String problem) {
        System.err.println(problem);
        System.exit(2);
    }
}
