package io.github.auth0migration.sample.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A real application to migrate from, of Stormpath or of a server compatible with it.
 *
 * @param baseUrl the server's address, with the version in its path
 * @param applicationId the application's id
 * @param apiKeyId the id of an API key
 * @param apiKeySecret what belongs to it: a secret
 */
public record StormpathApplication(URI baseUrl, String applicationId, String apiKeyId, String apiKeySecret) {

    private static final String TOGETHER =
            "STORMPATH_BASE_URL, STORMPATH_APPLICATION_ID, STORMPATH_API_KEY_ID and STORMPATH_API_KEY_SECRET belong"
                    + " together: set all for a real application, or none of them.";
    private static final String ADDRESS =
            "STORMPATH_BASE_URL must be the server's https address with the version in its path, for example"
                    + " https://accounts.example.com/v1.";

    static Optional<StormpathApplication> from(SettingsReader read) {
        boolean all = read.together(
                TOGETHER,
                List.of(
                        Set.of("STORMPATH_BASE_URL"),
                        Set.of("STORMPATH_APPLICATION_ID"),
                        Set.of("STORMPATH_API_KEY_ID"),
                        Set.of("STORMPATH_API_KEY_SECRET")));
        Optional<URI> url = read.platformUrl("STORMPATH_BASE_URL", ADDRESS);
        return url.filter(address -> all)
                .map(address -> new StormpathApplication(
                        address,
                        read.required("STORMPATH_APPLICATION_ID"),
                        read.required("STORMPATH_API_KEY_ID"),
                        read.required("STORMPATH_API_KEY_SECRET")));
    }

    @Override
    public String toString() {
        return "StormpathApplication[" + baseUrl + "]";
    }
}
