package io.github.auth0migration.sample.settings;

import java.util.Optional;

/**
 * The platforms that people leave, each switched on by settings of its own.
 *
 * @param okta an Okta org
 * @param stormpath a Stormpath application
 * @param gigya a Gigya site
 */
public record PlatformSettings(
        Optional<OktaOrg> okta, Optional<StormpathApplication> stormpath, Optional<GigyaSite> gigya) {

    static PlatformSettings from(SettingsReader read) {
        return new PlatformSettings(OktaOrg.from(read), StormpathApplication.from(read), GigyaSite.from(read));
    }

    /** {@return whether no real platform is set, which calls for the simulated ones} */
    public boolean isEmpty() {
        return okta.isEmpty() && stormpath.isEmpty() && gigya.isEmpty();
    }
}
