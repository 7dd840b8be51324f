package io.github.auth0migration.sample;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.sample.demo.DemoPerson;
import io.github.auth0migration.sample.demo.DemoPlatforms;
import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.platform.PlatformSources;
import io.github.auth0migration.sample.settings.PlatformSettings;
import io.github.auth0migration.sample.settings.Settings;
import java.util.List;

/**
 * The platforms that people leave, as one source.
 *
 * @param source asks them
 * @param displayName what people call them
 * @param demoPeople made-up people; none when a platform is real
 * @param resources what to close in the end
 */
record Platforms(MigrationSource source, String displayName, List<DemoPerson> demoPeople, Runnable resources)
        implements AutoCloseable {

    /** The real platforms that the settings name, or else the demo's. */
    static Platforms of(Settings settings) {
        return settings.platforms().isEmpty()
                ? simulated(DemoPlatforms.start(settings.dataDirectory()))
                : over(settings.platforms(), List.of(), () -> {});
    }

    /** Simulated platforms; closed together with what asks them. */
    static Platforms simulated(DemoPlatforms demo) {
        return over(demo.settings(), demo.people(), demo::close);
    }

    private static Platforms over(PlatformSettings settings, List<DemoPerson> people, Runnable simulators) {
        PlatformSources sources = opened(settings, simulators);
        return new Platforms(sources.together(), Platform.anyOf(sources.platforms()), people, () -> {
            sources.close();
            simulators.run();
        });
    }

    private static PlatformSources opened(PlatformSettings settings, Runnable simulators) {
        try {
            return PlatformSources.of(settings);
        } catch (RuntimeException e) {
            simulators.run();
            throw e;
        }
    }

    @Override
    public void close() {
        resources.run();
    }
}
