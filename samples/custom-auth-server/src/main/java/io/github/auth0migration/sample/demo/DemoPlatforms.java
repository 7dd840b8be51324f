package io.github.auth0migration.sample.demo;

import io.github.auth0migration.sample.settings.PlatformSettings;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Okta and Gigya, simulated in this process, what Stormpath left behind, and their people. */
public final class DemoPlatforms implements AutoCloseable {

    private final DemoOrg org = DemoOrg.start();
    private final DemoExport export;
    private final DemoSite site = DemoSite.start();

    private DemoPlatforms(DemoExport export) {
        this.export = export;
    }

    /**
     * Starts the platforms.
     *
     * @param data where Stormpath's export is, or is written if it is not there yet
     * @return the platforms, running
     */
    public static DemoPlatforms start(Path data) {
        return new DemoPlatforms(DemoExport.in(data));
    }

    /** {@return what a real platform's settings would be} */
    public PlatformSettings settings() {
        return new PlatformSettings(
                Optional.of(org.settings()),
                Optional.empty(),
                Optional.of(export.settings()),
                Optional.of(site.settings()),
                Optional.empty());
    }

    /** {@return everybody, in the order of the page} */
    public List<DemoPerson> people() {
        return Stream.of(org.people(), export.people(), site.people())
                .flatMap(List::stream)
                .toList();
    }

    /** {@return the Okta in it} */
    public OktaSimulator okta() {
        return org.simulator();
    }

    /** {@return the Gigya in it} */
    public GigyaSimulator gigya() {
        return site.simulator();
    }

    @Override
    public void close() {
        org.close();
        site.close();
    }
}
