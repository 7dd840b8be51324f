package io.github.auth0migration.benchmarks;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.gigya.GigyaCredentials;
import io.github.auth0migration.gigya.GigyaSource;
import io.github.auth0migration.okta.OktaSource;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.stormpath.StormpathSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lists many people from each platform, played in another process: what heap the listing has in use on its way. */
public final class ListingLoad {

    private static final String SIMULATOR = "simulator";
    private static final int REPORTS = 5;

    private enum Platform {
        OKTA,
        STORMPATH,
        GIGYA
    }

    private ListingLoad() {}

    /**
     * Runs the listings.
     *
     * @param args how many people each platform has; default 1000000
     * @throws Exception if a simulator does not start
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 3 && args[0].equals(SIMULATOR)) {
            simulate(Platform.valueOf(args[1]), Integer.parseInt(args[2]));
            return;
        }
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        for (Platform platform : Platform.values()) {
            list(platform, people);
        }
    }

    private static void list(Platform platform, int people) throws IOException {
        Process simulator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ListingLoad.class.getName(),
                        SIMULATOR,
                        platform.name(),
                        String.valueOf(people))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(simulator.getInputStream(), StandardCharsets.UTF_8))) {
            String[] settings = lines.readLine().split(" ", -1);
            list(platform, people, source(platform, settings));
        } finally {
            simulator.destroy();
        }
    }

    private static void list(Platform platform, int people, UserListing listing) {
        String name = platform.name().toLowerCase(Locale.ROOT);
        long start = System.nanoTime();
        long listed = 0;
        try (Stream<SourceUser> users = listing.users()) {
            for (Iterator<SourceUser> each = users.iterator(); each.hasNext(); each.next()) {
                listed++;
                if (listed % (people / REPORTS) == 0) {
                    System.out.println(name + " " + listed + ": " + heap() / 1024 + " KiB of heap");
                }
            }
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        System.out.println(name + ": " + listed + " people in " + seconds + " s");
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Whatever a platform's settings are, in one line; the first is its address. */
    private static void simulate(Platform platform, int people) throws IOException {
        System.out.println(String.join(" ", start(platform, people)));
        // Ends with the parent, which holds the other end.
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static List<String> start(Platform platform, int people) {
        return switch (platform) {
            case OKTA -> {
                OktaSimulator okta = OktaSimulator.start();
                okta.crowd(people);
                yield List.of(okta.url().toString(), okta.apiToken());
            }
            case STORMPATH -> {
                StormpathSimulator stormpath = StormpathSimulator.start();
                stormpath.crowd(people);
                yield List.of(
                        stormpath.baseUrl(), stormpath.applicationId(), stormpath.apiKeyId(), stormpath.apiKeySecret());
            }
            case GIGYA -> {
                GigyaSimulator gigya = GigyaSimulator.start();
                gigya.crowd(people);
                yield List.of(gigya.url().toString(), gigya.apiKey(), gigya.userKey(), gigya.secret());
            }
        };
    }

    private static UserListing source(Platform platform, String[] settings) {
        URI url = URI.create(settings[0]);
        return switch (platform) {
            // Without a call for each person's factors.
            case OKTA ->
                OktaSource.builder()
                        .orgUrl(url)
                        .apiToken(() -> settings[1])
                        .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                        .secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)
                        .build();
            case STORMPATH ->
                StormpathSource.builder()
                        .baseUrl(url)
                        .applicationId(settings[1])
                        .apiKey(settings[2], () -> settings[3])
                        .build();
            case GIGYA ->
                GigyaSource.builder()
                        .baseUrl(url)
                        .apiKey(settings[1])
                        .credentials(GigyaCredentials.signed(settings[2], () -> settings[3]))
                        .build();
        };
    }
}
