package io.github.auth0migration.samples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the program in a JVM of its own, with everything on the module path and nothing on the class path. */
class ModulePathIT {

    /** The program, the two modules that it uses, and what core brings: by name, for the program itself uses none of it. */
    private static final List<String> ONE_CLASS_OF_EACH_JAR = List.of(
            "io.github.auth0migration.samples.modulepath.SignInOnce",
            "io.github.auth0migration.okta.OktaSource",
            "io.github.auth0migration.MigrationSource",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.annotation.JsonCreator",
            "io.github.resilience4j.retry.Retry",
            "io.github.resilience4j.core.IntervalFunction",
            "org.slf4j.Logger");

    private static String modulePath() throws Exception {
        List<String> jars = new ArrayList<>();
        for (String name : ONE_CLASS_OF_EACH_JAR) {
            URI jar = Class.forName(name)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            jars.add(Path.of(jar).toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private static String run(String orgUrl, String... lines) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath(),
                        "--module",
                        "io.github.auth0migration.samples.modulepath/" + SignInOnce.class.getName(),
                        orgUrl)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // So that one that hangs ends, and what it printed is read to its end.
        java.onExit().orTimeout(1, TimeUnit.MINUTES).exceptionally(tooLong -> java.destroyForcibly());
        java.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        java.getOutputStream().close();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(output).isZero();
        return output.strip();
    }

    @Test
    void signsInOnTheModulePath() throws Exception {
        try (OktaSimulator okta = OktaSimulator.start()) {
            OktaPerson ada = okta.add(OktaPerson.builder("ada@example.com")
                    .password(Marked.PASSWORD)
                    .build());

            assertThat(run(okta.url().toString(), okta.apiToken(), "ada@example.com", Marked.PASSWORD))
                    .isEqualTo("welcome okta|" + ada.id());
            assertThat(run(okta.url().toString(), okta.apiToken(), "ada@example.com", Marked.WRONG_PASSWORD))
                    .isEqualTo("Wrong e-mail or password.");
        }
    }
}
