package io.github.auth0migration.stormpath;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.Secret;
import java.util.Base64;
import java.util.UUID;

/** The API key, and how it proves requests. */
final class ApiKey {

    private final String id;
    private final Secret secret;
    private final StormpathAuthentication authentication;

    ApiKey(String id, Secret secret, StormpathAuthentication authentication) {
        this.id = id;
        this.secret = secret;
        this.authentication = authentication;
    }

    StormpathAuthentication authentication() {
        return authentication;
    }

    /** The call with its proof; to be made anew for each attempt, for a proof is good for once. */
    HttpCall prove(HttpCall call) throws CallFailedException {
        String current = secret.token();
        return switch (authentication) {
            case BASIC ->
                call.withHeader(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString((id + ":" + current).getBytes(UTF_8)));
            case SAUTHC1 ->
                new SAuthc1(id, current)
                        .sign(
                                call,
                                call.deadline().time().instant(),
                                UUID.randomUUID().toString());
        };
    }

    @Override
    public String toString() {
        return "ApiKey[" + authentication + "]";
    }
}
