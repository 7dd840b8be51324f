package io.github.auth0migration.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.spi.Json;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that is killed at any moment leaves no index that the next start would use. */
class KilledBuildTest {

    private static final int KILLS = 20;
    private static final int ACCOUNTS = 4_000;
    private static final long LOOK_AGAIN_MILLIS = 2;

    @TempDir
    Path temp;

    @Test
    void theNextStartIsRightAfterTwentyKills() throws Exception {
        Path export = writeExport();
        Course whole = courseOfAWholeBuild(export);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int unfinished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path index = temp.resolve("index" + kill);
            Process build = start(export, index);
            if (kill % 4 == 0) {
                kill(build, (long) (random.nextDouble() * (whole.starting + whole.building)));
            } else {
                awaitBegun(build, index);
                kill(build, (long) (random.nextDouble() * whole.building));
            }
            if (files(index, ".building") > 0 && files(index, ".index") == 0) {
                unfinished++;
            }
            assertRight(export, index, "kill " + kill + " of seed " + seed);
        }
        assertThat(unfinished).as("builds that were really killed").isGreaterThanOrEqualTo(KILLS / 4);
    }

    private Path writeExport() throws IOException {
        Path export = temp.resolve("export.json");
        Map<String, Object> password = TestHashes.gigyaSha1("crowd");
        try (BufferedWriter out = Files.newBufferedWriter(export)) {
            for (int i = 0; i < ACCOUNTS; i++) {
                String email = "person-" + i + "@example.com";
                out.write(Json.write(Map.of(
                        "UID",
                        "uid-" + i,
                        "isActive",
                        true,
                        "loginIDs",
                        Map.of("emails", List.of(email)),
                        "password",
                        password)));
                out.write('\n');
            }
        }
        return export;
    }

    /** How long a process starts before its index is begun, and how long it builds, in nanoseconds. */
    private record Course(long starting, long building) {}

    private Course courseOfAWholeBuild(Path export) throws Exception {
        long begin = System.nanoTime();
        Process build = start(export, temp.resolve("whole"));
        awaitBegun(build, temp.resolve("whole"));
        long begun = System.nanoTime();
        assertThat(build.waitFor()).isZero();
        return new Course(begun - begin, System.nanoTime() - begun);
    }

    /** Most kills wait for it, for they are to meet the build and not the start of its process. */
    private static void awaitBegun(Process build, Path index) throws Exception {
        while (files(index, ".building") == 0 && build.isAlive()) {
            build.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private Process start(Path export, Path index) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        classPath(),
                        IndexBuild.class.getName(),
                        export.toString(),
                        index.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("build.log").toFile())
                .start();
    }

    /** Whether the tests run as modules or not. */
    private static String classPath() {
        return Stream.of("java.class.path", "jdk.module.path")
                        .map(name -> System.getProperty(name, ""))
                        .filter(path -> !path.isEmpty())
                        .collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + Path.of("target", "test-classes").toAbsolutePath();
    }

    private static void kill(Process build, long afterNanos) throws InterruptedException {
        build.waitFor(afterNanos, TimeUnit.NANOSECONDS);
        build.destroyForcibly().waitFor();
    }

    private static long files(Path index, String ending) throws IOException {
        if (!Files.isDirectory(index)) {
            return 0;
        }
        try (Stream<Path> found = Files.list(index)) {
            return found.filter(file -> file.toString().endsWith(ending)).count();
        }
    }

    private static void assertRight(Path export, Path index, String which) throws Exception {
        try (GigyaExport opened = IndexBuild.open(export, index)) {
            assertThat(opened.report().accounts()).as(which).isEqualTo(ACCOUNTS);
            for (int i = 0; i < ACCOUNTS; i += ACCOUNTS / 7) {
                assertThat(opened.login("person-" + i + "@example.com", "crowd"))
                        .as(which)
                        .isInstanceOf(LoginOutcome.Authenticated.class);
            }
            assertThat(files(index, ".building")).as(which).isZero();
        }
    }
}
