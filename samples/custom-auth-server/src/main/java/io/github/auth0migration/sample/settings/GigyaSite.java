package io.github.auth0migration.sample.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A real site to migrate from. Of data centre and address one is there, and so of secret and private key.
 *
 * @param apiKey the site's API key
 * @param dataCenter the domain of the data centre
 * @param baseUrl the address of the API, where it has a host name of its own
 * @param userKey an application's user key
 * @param secret the user key's secret: a secret
 * @param privateKey the user key's private key, in PEM: a secret
 */
public record GigyaSite(
        String apiKey,
        @Nullable String dataCenter,
        @Nullable URI baseUrl,
        String userKey,
        @Nullable String secret,
        @Nullable String privateKey) {

    private static final String TOGETHER =
            "GIGYA_API_KEY, GIGYA_DATA_CENTER or GIGYA_BASE_URL, GIGYA_USER_KEY, and GIGYA_SECRET or GIGYA_PRIVATE_KEY"
                    + " belong together: set exactly these four for a real site, or none of them.";
    private static final String ADDRESS =
            "GIGYA_BASE_URL must be the https address of the API, for example https://login.example.com: unset it where"
                    + " GIGYA_DATA_CENTER says it all.";

    static Optional<GigyaSite> from(SettingsReader read) {
        boolean all = read.together(
                TOGETHER,
                List.of(
                        Set.of("GIGYA_API_KEY"),
                        Set.of("GIGYA_DATA_CENTER", "GIGYA_BASE_URL"),
                        Set.of("GIGYA_USER_KEY"),
                        Set.of("GIGYA_SECRET", "GIGYA_PRIVATE_KEY")));
        @Nullable URI baseUrl = read.platformUrl("GIGYA_BASE_URL", ADDRESS).orElse(null);
        @Nullable String privateKey = read.pem("GIGYA_PRIVATE_KEY").orElse(null);
        if (!all) {
            return Optional.empty();
        }
        return Optional.of(new GigyaSite(
                read.required("GIGYA_API_KEY"),
                read.text("GIGYA_DATA_CENTER").orElse(null),
                baseUrl,
                read.required("GIGYA_USER_KEY"),
                read.text("GIGYA_SECRET").orElse(null),
                privateKey));
    }

    @Override
    public String toString() {
        return "GigyaSite[" + (baseUrl == null ? dataCenter : baseUrl) + "]";
    }
}
