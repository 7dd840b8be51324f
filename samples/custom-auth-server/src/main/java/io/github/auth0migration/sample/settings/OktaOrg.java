package io.github.auth0migration.sample.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A real org to migrate from. Either the API token is there, or client id and private key of a service app.
 *
 * @param url its address
 * @param apiToken a token that may read users: a secret
 * @param clientId a service app that may read users
 * @param privateKey the service app's private key, in PEM: a secret
 */
public record OktaOrg(
        URI url,
        @Nullable String apiToken,
        @Nullable String clientId,
        @Nullable String privateKey) {

    private static final String TOGETHER =
            "OKTA_ORG_URL and OKTA_API_TOKEN belong together, or for a service app OKTA_ORG_URL, OKTA_CLIENT_ID and"
                    + " OKTA_PRIVATE_KEY: set one of the two for a real org, or none of them.";
    private static final String ADDRESS =
            "OKTA_ORG_URL must be the org's https address without a path, for example https://acme.okta.com.";

    static Optional<OktaOrg> from(SettingsReader read) {
        // The token takes the place of both of the app's settings.
        boolean all = read.together(
                TOGETHER,
                List.of(
                        Set.of("OKTA_ORG_URL"),
                        Set.of("OKTA_API_TOKEN", "OKTA_CLIENT_ID"),
                        Set.of("OKTA_API_TOKEN", "OKTA_PRIVATE_KEY")));
        Optional<URI> url = read.platformUrl("OKTA_ORG_URL", ADDRESS);
        @Nullable String privateKey = read.pem("OKTA_PRIVATE_KEY").orElse(null);
        return url.filter(address -> all)
                .map(address -> new OktaOrg(
                        address,
                        read.text("OKTA_API_TOKEN").orElse(null),
                        read.text("OKTA_CLIENT_ID").orElse(null),
                        privateKey));
    }

    @Override
    public String toString() {
        return "OktaOrg[" + url + "]";
    }
}
