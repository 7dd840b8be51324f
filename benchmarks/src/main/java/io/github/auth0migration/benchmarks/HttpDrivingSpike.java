package io.github.auth0migration.benchmarks;

import java.io.File;
import java.net.URI;
import java.util.List;

/**
 * Compares ways of driving {@code java.net.http}: CPU, bytes and threads per call, and what a stalled body and an
 * interrupt do. This process is the server; the client is measured in a process of its own, with one and with two
 * processors.
 *
 * <p>{@code mvn -q compile -pl benchmarks -am && java -cp benchmarks/target/classes
 * io.github.auth0migration.benchmarks.HttpDrivingSpike}
 */
public final class HttpDrivingSpike {

    private HttpDrivingSpike() {}

    /** Runs all; takes about five minutes. */
    public static void main(String[] args) throws Exception {
        URI uri = LoopbackServer.startAnswering();
        for (int processors = 2; processors >= 1; processors--) {
            System.out.println("\n" + processors + " processor(s), Java " + System.getProperty("java.version"));
            measureIn(uri, processors);
        }
        System.exit(0);
    }

    private static void measureIn(URI uri, int processors) throws Exception {
        // No collection during a round: what the heap grew by is what was allocated, but for the unused rest of each
        // thread's allocation buffer, so these are small.
        int exit = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:ActiveProcessorCount=" + processors,
                        "-XX:+UseSerialGC",
                        "-Xms2600m",
                        "-Xmx2600m",
                        "-Xmn2g",
                        "-XX:TLABSize=4k",
                        "-XX:-ResizeTLAB",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Measurement.class.getName(),
                        uri.toString()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
