package io.github.auth0migration.sample.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The platforms that people leave, each switched on by settings of its own: while it runs, or by what it left behind.
 *
 * @param okta an Okta org
 * @param stormpath a Stormpath application
 * @param stormpathExport an export of Stormpath; not beside an application
 * @param gigya a Gigya site
 * @param gigyaExport an export of Gigya; not beside a site
 */
public record PlatformSettings(
        Optional<OktaOrg> okta,
        Optional<StormpathApplication> stormpath,
        Optional<PlatformExport> stormpathExport,
        Optional<GigyaSite> gigya,
        Optional<PlatformExport> gigyaExport) {

    /**
     * Reads them.
     *
     * @param data where indexes of exports are kept unless something else is set
     */
    static PlatformSettings from(SettingsReader read, Path data) {
        return new PlatformSettings(
                OktaOrg.from(read),
                StormpathApplication.from(read),
                PlatformExport.ofStormpath(read, data),
                GigyaSite.from(read),
                PlatformExport.ofGigya(read, data));
    }

    /** {@return whether no real platform is set, which calls for the demo's} */
    public boolean isEmpty() {
        return Stream.of(okta, stormpath, stormpathExport, gigya, gigyaExport).allMatch(Optional::isEmpty);
    }
}
