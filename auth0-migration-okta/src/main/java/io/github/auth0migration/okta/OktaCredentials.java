package io.github.auth0migration.okta;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.Secret;

/** How the source proves itself to Okta: each implementation adds what it has to a call, and sends it. */
@FunctionalInterface
interface OktaCredentials {

    /** Sends a call once, as the source; again only where Okta asks for another proof of who we are. */
    HttpReply send(HttpCall call) throws CallFailedException;

    /** Fetches what a call needs, where that is not at hand; to see whether it can be had. */
    default void prepare(Deadline deadline) throws CallFailedException {}

    static OktaCredentials of(OktaSettings settings) {
        HttpTransport transport = settings.live().transport();
        if (settings.serviceApp() != null) {
            return ServiceAppTokens.of(settings.serviceApp(), settings.orgUrl(), transport);
        }
        Secret apiToken = settings.apiToken();
        if (apiToken != null) {
            return call -> transport.send(call.withHeader("Authorization", "SSWS " + apiToken.token()));
        }
        return call -> {
            throw new IllegalStateException("a source without a token reads nothing");
        };
    }
}
