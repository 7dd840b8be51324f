package io.github.auth0migration.sample.settings;

import java.net.URI;

/**
 * A real org to migrate from.
 *
 * @param url its address
 * @param apiToken a token that may read users: a secret
 */
public record OktaOrg(URI url, String apiToken) {

    @Override
    public String toString() {
        return "OktaOrg[" + url + "]";
    }
}
