package io.github.auth0migration.sample.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.sample.settings.GigyaSite;
import io.github.auth0migration.sample.settings.InvalidSettingsException;
import io.github.auth0migration.sample.settings.OktaOrg;
import io.github.auth0migration.sample.settings.PlatformSettings;
import io.github.auth0migration.sample.settings.StormpathApplication;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlatformSourcesTest {

    private static final OktaOrg ORG = new OktaOrg(URI.create("https://acme.okta.com"), Marked.TOKEN, null, null);

    private static GigyaSite site(String dataCenter) {
        return new GigyaSite("4_site", dataCenter, null, "user1", Marked.secret("gigya"), null);
    }

    private static StormpathApplication application(String id) {
        return new StormpathApplication(
                URI.create("https://accounts.example.com/v1"), id, "key1", Marked.secret("stormpath"));
    }

    private static PlatformSettings settings(
            @Nullable OktaOrg okta, @Nullable StormpathApplication stormpath, @Nullable GigyaSite gigya) {
        return new PlatformSettings(
                Optional.ofNullable(okta),
                Optional.ofNullable(stormpath),
                Optional.empty(),
                Optional.ofNullable(gigya),
                Optional.empty());
    }

    @Test
    void onePlatformIsASourceByItself() {
        PlatformSettings settings = settings(null, null, site("eu1.gigya.com"));
        try (PlatformSources sources = PlatformSources.of(settings)) {
            assertThat(sources.platforms()).containsExactly(Platform.GIGYA);
            assertThat(sources.together().name()).isEqualTo("gigya");
            assertThat(sources.together().description().userIdPrefix()).hasValue("gigya");
        }
    }

    @Test
    void severalAreAskedInTheirOrder() {
        PlatformSettings settings = settings(ORG, application("application1"), site("eu1.gigya.com"));
        try (PlatformSources sources = PlatformSources.of(settings)) {
            assertThat(sources.platforms()).containsExactly(Platform.values());
            assertThat(sources.together().name()).isEqualTo("okta+stormpath+gigya");
        }
    }

    @Test
    void whatASourceRefusesIsToldWithThePlatform() {
        PlatformSettings badId = settings(ORG, application("no id"), null);
        assertThatThrownBy(() -> PlatformSources.of(badId))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("STORMPATH_*: applicationId must be")
                .satisfies(SecretScan::clean);
        PlatformSettings badDomain = settings(null, null, site("https://eu1.gigya.com"));
        assertThatThrownBy(() -> PlatformSources.of(badDomain))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("GIGYA_*: dataCenter must be")
                .satisfies(SecretScan::clean);
    }
}
