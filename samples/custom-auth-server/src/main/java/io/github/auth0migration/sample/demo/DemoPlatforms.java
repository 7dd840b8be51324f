package io.github.auth0migration.sample.demo;

import io.github.auth0migration.sample.settings.PlatformSettings;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All platforms, simulated in this process, and their people. */
public final class DemoPlatforms implements AutoCloseable {

    private final DemoOrg org = DemoOrg.start();
    private final DemoApplication application = DemoApplication.start();
    private final DemoSite site = DemoSite.start();

    private DemoPlatforms() {}

    /** {@return the platforms, running} */
    public static DemoPlatforms start() {
        return new DemoPlatforms();
    }

    /** {@return what a real platform's settings would be} */
    public PlatformSettings settings() {
        return new PlatformSettings(
                Optional.of(org.settings()), Optional.of(application.settings()), Optional.of(site.settings()));
    }

    /** {@return everybody, in the order of the page} */
    public List<DemoPerson> people() {
        return Stream.of(org.people(), application.people(), site.people())
                .flatMap(List::stream)
                .toList();
    }

    /** {@return the Okta in it} */
    public OktaSimulator okta() {
        return org.simulator();
    }

    /** {@return the Stormpath in it} */
    public StormpathSimulator stormpath() {
        return application.simulator();
    }

    /** {@return the Gigya in it} */
    public GigyaSimulator gigya() {
        return site.simulator();
    }

    @Override
    public void close() {
        org.close();
        application.close();
        site.close();
    }
}
