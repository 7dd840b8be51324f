package io.github.auth0migration.sample.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.password.GigyaHashSettings.Pbkdf2Digest;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports by environment variables, never beside the server that they are of. */
class PlatformExportTest {

    private static PlatformSettings read(Map<String, String> environment) {
        return Settings.from(environment).platforms();
    }

    @Test
    void readsExportsWithTheirIndexes() {
        PlatformSettings platforms = read(Map.of(
                "DATA_DIR", "/srv/auth",
                "STORMPATH_EXPORT", "/srv/stormpath",
                "GIGYA_EXPORT", "/srv/gigya",
                "GIGYA_EXPORT_INDEX", "/srv/index",
                "GIGYA_EXPORT_PBKDF2", "sha256"));

        assertThat(platforms.stormpathExport())
                .hasValue(new PlatformExport(Path.of("/srv/stormpath"), Path.of("/srv/auth/stormpath-index"), null));
        assertThat(platforms.gigyaExport())
                .hasValue(new PlatformExport(Path.of("/srv/gigya"), Path.of("/srv/index"), Pbkdf2Digest.SHA256));
        assertThat(platforms.isEmpty()).isFalse();
    }

    @Test
    void anExportIsNotBesideItsServer() {
        assertThatThrownBy(() ->
                        read(Map.of("STORMPATH_EXPORT", "/srv/stormpath", "STORMPATH_API_KEY_SECRET", Marked.TOKEN)))
                .hasMessageContaining(
                        "STORMPATH_EXPORT is for when there is no server any more: unset it, or unset STORMPATH_BASE_URL,")
                .satisfies(SecretScan::clean);
        assertThatThrownBy(() -> read(Map.of("GIGYA_EXPORT", "/srv/gigya", "GIGYA_SECRET", Marked.TOKEN)))
                .hasMessageContaining(
                        "GIGYA_EXPORT is for when there is no server any more: unset it, or unset GIGYA_API_KEY,")
                .satisfies(SecretScan::clean);
        assertThat(read(Map.of(
                                "STORMPATH_EXPORT", "/srv/stormpath",
                                "OKTA_ORG_URL", "https://acme.okta.com",
                                "OKTA_API_TOKEN", Marked.TOKEN))
                        .okta())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "STORMPATH_EXPORT_INDEX, /srv/index, STORMPATH_EXPORT_INDEX is about an export",
        "GIGYA_EXPORT_INDEX, /srv/index, GIGYA_EXPORT_INDEX is about an export",
        "GIGYA_EXPORT_PBKDF2, sha1, GIGYA_EXPORT_PBKDF2 is about an export",
        "GIGYA_EXPORT_PBKDF2, sha3, 'GIGYA_EXPORT_PBKDF2 must be one of sha1, sha256, sha512'",
    })
    void whatIsAboutAnExportNeedsOne(String name, String value, String problem) {
        assertThatThrownBy(() -> read(Map.of(name, value))).hasMessageContaining(problem);
    }
}
