package io.github.auth0migration.benchmarks;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.exports.Export;
import io.github.auth0migration.exports.GigyaExport;
import io.github.auth0migration.exports.StormpathExport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** What an export of many accounts costs: building its index, opening it, looking people up, listing them. */
public final class ExportLoad {

    private static final int LOOKUPS = 20_000;

    private ExportLoad() {}

    /**
     * Measures; start it with the heap that is to be enough. Writing a zip file of a million entries takes more than
     * reading it: a fourth argument, {@code write}, ends it after the files are written, and the next start takes them.
     *
     * @param args how many accounts, default 1000000; a form of {@link ExportedPeople}, default all; a folder for files
     * @throws Exception if a file cannot be written or read
     */
    public static void main(String[] args) throws Exception {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("export-load");
        for (ExportedPeople form : ExportedPeople.values()) {
            if (args.length < 2 || form.name().equals(args[1])) {
                Path files = written(form, people, folder.resolve(form.name()));
                if (args.length < 4) {
                    measure(form, people, files, folder.resolve(form.name() + "-index"));
                }
            }
        }
    }

    private static Path written(ExportedPeople form, int people, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return form.write(Files.createDirectories(folder), people, 1);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void measure(ExportedPeople form, int people, Path files, Path index) throws IOException {
        long begin = System.nanoTime();
        open(form, files, index).close();
        say("%s, %,d accounts: index built in %.1f s", form, people, secondsSince(begin));
        say("  index on disk: %,d KiB", kib(index));
        begin = System.nanoTime();
        try (Export export = open(form, files, index)) {
            say("  opened again in %.2f s", secondsSince(begin));
            time("look-up by address", number -> {
                if (!(export.getUser(ExportedPeople.email(number % people)) instanceof LookupOutcome.Found)) {
                    throw new IllegalStateException("not found: " + number);
                }
            });
            time("sign-in", number -> {
                if (!(export.login(ExportedPeople.email(number % people), ExportedPeople.PASSWORD)
                        instanceof LoginOutcome.Authenticated)) {
                    throw new IllegalStateException("not in: " + number);
                }
            });
            list(export, people);
            say("  heap in use after a collection: %,d KiB, of %,d KiB allowed", used(), max());
        }
    }

    private static Export open(ExportedPeople form, Path files, Path index) throws IOException {
        OpenGuard guard = new OpenGuard();
        return form.name().startsWith("GIGYA")
                ? GigyaExport.builder(files).index(index).guard(guard).build()
                : StormpathExport.builder(files).index(index).guard(guard).build();
    }

    private static void time(String what, IntConsumer call) {
        Random random = new Random(1);
        long[] nanos = new long[LOOKUPS];
        for (int i = 0; i < LOOKUPS; i++) {
            int number = random.nextInt(Integer.MAX_VALUE);
            long begin = System.nanoTime();
            call.accept(number);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        say(
                "  %s, %,d times: median %,d us, p99 %,d us, worst %,d us",
                what,
                LOOKUPS,
                nanos[LOOKUPS / 2] / 1_000,
                nanos[LOOKUPS / 100 * 99] / 1_000,
                nanos[LOOKUPS - 1] / 1_000);
    }

    private static void list(Export export, int people) {
        long begin = System.nanoTime();
        try (Stream<SourceUser> users = export.users()) {
            long listed = users.filter(SourceUser.Migratable.class::isInstance).count();
            if (listed != people) {
                throw new IllegalStateException("listed " + listed);
            }
        }
        say("  listed in %.1f s", secondsSince(begin));
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }

    private static long max() {
        return Runtime.getRuntime().maxMemory() / 1024;
    }

    private static long kib(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1024;
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
