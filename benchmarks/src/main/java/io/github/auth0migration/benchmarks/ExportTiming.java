package io.github.auth0migration.benchmarks;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.exports.GigyaExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Whether the time that a sign-in takes tells who has an account: wrong passwords beside identifiers that nobody has. */
public final class ExportTiming {

    private static final int PEOPLE = 20_000;
    private static final int WARM_UP = 2_000;

    private ExportTiming() {}

    /**
     * Measures.
     *
     * @param args how many tries of each kind, default 5000; rounds of PBKDF2, default 3000
     * @throws IOException if the export cannot be written or read
     */
    public static void main(String[] args) throws IOException {
        int tries = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3_000;
        Path folder = Files.createTempDirectory("export-timing");
        Path files = ExportedPeople.GIGYA_LINES.write(folder, PEOPLE, rounds);
        try (GigyaExport export = GigyaExport.builder(files)
                .index(folder.resolve("index"))
                .guard(new OpenGuard())
                .build()) {
            Random random = new Random(1);
            long[] known = new long[tries];
            long[] unknown = new long[tries];
            for (int i = -WARM_UP; i < tries; i++) {
                // In either order, so that what the one leaves in caches helps the other as often.
                boolean knownFirst = random.nextBoolean();
                long first = nanos(export, address(knownFirst, random));
                long second = nanos(export, address(!knownFirst, random));
                if (i >= 0) {
                    known[i] = knownFirst ? first : second;
                    unknown[i] = knownFirst ? second : first;
                }
            }
            report(rounds, known, unknown);
        }
    }

    private static String address(boolean known, Random random) {
        return known
                ? ExportedPeople.email(random.nextInt(PEOPLE))
                : "nobody-" + random.nextInt(1_000_000) + "@example.com";
    }

    private static long nanos(GigyaExport export, String address) {
        long begin = System.nanoTime();
        LoginOutcome outcome = export.login(address, "wrong");
        long taken = System.nanoTime() - begin;
        if (!(outcome instanceof LoginOutcome.Rejected)) {
            throw new IllegalStateException(outcome.toString());
        }
        return taken;
    }

    private static void report(int rounds, long[] known, long[] unknown) {
        Arrays.sort(known);
        Arrays.sort(unknown);
        double difference = 100.0 * (median(unknown) - median(known)) / median(known);
        System.out.println(String.format(
                Locale.ROOT,
                "PBKDF2 with %,d rounds, %,d tries each: wrong password median %.1f us (p90 %.1f), unknown identifier"
                        + " median %.1f us (p90 %.1f): %+.2f %%",
                rounds,
                known.length,
                median(known) / 1e3,
                known[known.length / 10 * 9] / 1e3,
                median(unknown) / 1e3,
                unknown[unknown.length / 10 * 9] / 1e3,
                difference));
    }

    private static double median(long[] sorted) {
        return sorted[sorted.length / 2];
    }
}
