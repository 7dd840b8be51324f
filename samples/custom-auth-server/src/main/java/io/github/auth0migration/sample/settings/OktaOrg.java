package io.github.auth0migration.sample.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A real org to migrate from.
 *
 * @param url its address
 * @param apiToken a token that may read users: a secret
 */
public record OktaOrg(URI url, String apiToken) {

    private static final String TOGETHER =
            "OKTA_ORG_URL and OKTA_API_TOKEN belong together: set both for a real org, or neither of them.";
    private static final String ADDRESS =
            "OKTA_ORG_URL must be the org's https address without a path, for example https://acme.okta.com.";

    static Optional<OktaOrg> from(SettingsReader read) {
        boolean all = read.together(TOGETHER, List.of(Set.of("OKTA_ORG_URL"), Set.of("OKTA_API_TOKEN")));
        Optional<URI> url = read.platformUrl("OKTA_ORG_URL", ADDRESS);
        return url.filter(address -> all).map(address -> new OktaOrg(address, read.required("OKTA_API_TOKEN")));
    }

    @Override
    public String toString() {
        return "OktaOrg[" + url + "]";
    }
}
