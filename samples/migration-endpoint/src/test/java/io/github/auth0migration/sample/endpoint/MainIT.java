package io.github.auth0migration.sample.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a process. */
class MainIT {

    /** Nothing else that is set where the tests run, such as {@code HOST}, changes what the program does. */
    private static final Set<String> INHERITED = Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE");

    /** A program that hangs ends, and its test says what it printed. */
    private static final int LONGEST_LIFE_MINUTES = 3;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-jar",
                System.getProperty("server.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.onExit()
                .orTimeout(LONGEST_LIFE_MINUTES, TimeUnit.MINUTES)
                .exceptionally(tooLong -> process.destroyForcibly());
        return process;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What stands behind the colon of the next line with these words. */
    private static String said(BufferedReader output, String words) throws IOException {
        String line = lineWith(output, words);
        return line.substring(line.lastIndexOf(": ") + 2);
    }

    private static String lineWith(BufferedReader output, String words) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("no line has " + words + ":\n" + seen);
    }

    private static int exit(Process process) throws InterruptedException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private HttpResponse<String> send(String url, String secret, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + secret);
        return client.send(
                body.isEmpty()
                        ? request.build()
                        : request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                BodyHandlers.ofString());
    }

    private static String login(String name, String password) {
        return "{\"version\":1,\"identifier\":\"" + name + "@example.com\",\"password\":\"" + password + "\"}";
    }

    @Test
    void demoPeopleComeInByBothEndpoints() throws Exception {
        Process process = start(Map.of("PORT", "0"));
        try (BufferedReader output = output(process)) {
            String auth0 = said(output, "For Auth0's scripts");
            String keycloak = said(output, "For Keycloak's plug-in");
            String secret = said(output, "ENDPOINT_SECRET");
            String plugIn = said(output, "KEYCLOAK_SECRET");
            String operators = said(output, "OPERATORS_SECRET");

            assertThat(send(auth0 + "/login", secret, login("ada", "ada-demo")).body())
                    .contains("\"authenticated\"", "\"Ada Winter\"");
            assertThat(send(auth0 + "/login", secret, login("ada", "wrong")).body())
                    .contains("\"rejected\"");
            assertThat(send(auth0 + "/login", secret, login("paul", "paul-demo"))
                            .body())
                    .contains("PASSWORD_EXPIRED");
            assertThat(send(auth0 + "/login", operators, login("ada", "ada-demo"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(auth0 + "/health", operators, "").statusCode()).isEqualTo(200);
            assertThat(send(keycloak + "/ada%40example.com", secret, "").statusCode())
                    .isEqualTo(401);
            assertThat(send(keycloak + "/ada%40example.com", plugIn, "").body()).contains("\"firstName\":\"Ada\"");
            assertThat(send(keycloak + "/ada%40example.com", plugIn, "{\"password\":\"ada-demo\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(process.toHandle().destroy()).isTrue();
            // What the JVM returns for SIGTERM, however orderly it went.
            assertThat(exit(process)).isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theScriptsAreWritten() throws Exception {
        Process process = start(Map.of(), "scripts", folder.resolve("new").toString());
        try (BufferedReader output = output(process)) {
            assertThat(lineWith(output, "MIGRATION_ENDPOINT_URL")).contains("MIGRATION_ENDPOINT_SECRET");
        }
        assertThat(exit(process)).isZero();
        assertThat(folder.resolve("new/login.js"))
                .content()
                .contains("function login(userNameOrEmail, password, callback)");
        assertThat(folder.resolve("new/get_user.js")).content().contains("(identifier, callback)");
    }

    @Test
    void wrongSettingsAreSaid() throws Exception {
        Map<String, Map<String, String>> wrong = Map.of(
                "PORT must be", Map.of("PORT", "x"),
                "both, or neither", Map.of("PORT", "0", "OKTA_ORG_URL", "https://example.okta.com"),
                "BearerSecrets must be", Map.of("PORT", "0", "ENDPOINT_SECRET", "short"),
                "must be different",
                        Map.of("PORT", "0", "ENDPOINT_SECRET", "s".repeat(32), "OPERATORS_SECRET", "s".repeat(32)));
        for (Map.Entry<String, Map<String, String>> each : wrong.entrySet()) {
            Process process = start(each.getValue());
            try (BufferedReader output = output(process)) {
                assertThat(lineWith(output, each.getKey())).isNotBlank();
                assertThat(exit(process)).isEqualTo(2);
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
