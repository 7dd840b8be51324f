package io.github.auth0migration.okta;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.Jwt;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * POST /oauth2/v1/token of the organization's own authorization server, as a service app. Begins with a plain request, and
 * adds DPoP proofs from then on when Okta asks for them.
 */
final class TokenEndpoint {

    /** Covers users and their factors. */
    private static final String SCOPE = "okta.users.read";

    private static final Duration ASSERTION_LIFE = Duration.ofMinutes(5);

    private static final Duration LONGEST_LIFE = Duration.ofDays(1);

    /** Without a proof, with a proof, and with a proof that has the nonce. */
    private static final int ATTEMPTS = 3;

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,16384}");

    private final OktaServiceApp app;
    private final URI url;
    private final HttpTransport transport;
    private final DpopProofs proofs;
    private volatile boolean dpop;

    TokenEndpoint(OktaServiceApp app, BaseUrl orgUrl, HttpTransport transport, DpopProofs proofs) {
        this.app = app;
        this.url = orgUrl.resolve(List.of("oauth2", "v1", "token"), Map.of());
        this.transport = transport;
        this.proofs = proofs;
    }

    AccessToken fetch(Deadline deadline) throws CallFailedException {
        Instant asked = deadline.time().instant();
        HttpReply reply = ask(deadline);
        for (int attempt = 1; attempt < ATTEMPTS && asksForMore(reply); attempt++) {
            reply = ask(deadline);
        }
        return token(OktaApi.ofPlatform(reply), asked);
    }

    private HttpReply ask(Deadline deadline) throws CallFailedException {
        HttpCall call = HttpCall.postForm(url, form(deadline), deadline);
        return transport.send(dpop ? proofs.prove(call, null) : call);
    }

    /** Whether Okta asks for something that the last request did not have, and that the next one will. */
    private boolean asksForMore(HttpReply reply) {
        boolean asksForNonce = proofs.learns(reply);
        boolean asksForProof = !dpop && OauthError.of(reply).is("invalid_dpop_proof");
        dpop = dpop || asksForProof || asksForNonce;
        return asksForProof || asksForNonce;
    }

    private Map<String, String> form(Deadline deadline) throws CallFailedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", SCOPE);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion(deadline));
        return form;
    }

    private String assertion(Deadline deadline) throws CallFailedException {
        Instant now = deadline.time().instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", url.toString());
        claims.put("iss", app.clientId());
        claims.put("sub", app.clientId());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(ASSERTION_LIFE).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        Map<String, String> header = app.keyId().map(id -> Map.of("kid", id)).orElse(Map.of());
        return Jwt.signed(app.privateKey().signingKey(), header, claims);
    }

    private static AccessToken token(HttpReply reply, Instant asked) throws CallFailedException {
        if (reply.status() != 200) {
            throw CallFailedException.maybeSent(OauthError.of(reply).atTokenEndpoint());
        }
        JsonObject answer = reply.jsonObject();
        String value = answer.requiredString("access_token");
        String type = answer.requiredString("token_type");
        long seconds = answer.integer("expires_in").orElse(0);
        boolean dpop = type.equalsIgnoreCase("DPoP");
        if (!TOKEN.matcher(value).matches() || seconds < 1 || !(dpop || type.equalsIgnoreCase("Bearer"))) {
            throw CallFailedException.maybeSent(Failure.of(
                    Failure.Kind.MALFORMED_RESPONSE, "The token endpoint answered without a token that can be used."));
        }
        return new AccessToken(value, dpop, asked, Duration.ofSeconds(Math.min(seconds, LONGEST_LIFE.toSeconds())));
    }
}
