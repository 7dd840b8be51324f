package io.github.auth0migration.endpoint;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.auth0migration.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the access token of a client must say, and which clients may call. */
record ClientClaims(
        String issuer,
        String audience,
        Set<String> clients,
        @Nullable String scope,
        TimeSource time) {

    /** How far the clocks of issuer and endpoint may be apart. */
    static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final String GRANT = "client-credentials";

    /** {@return the verdict on claims whose signature is proved} */
    CallerVerdict check(JWTClaimsSet claims, boolean rfc9068) throws RefusedTokenException {
        require(issuer.equals(claims.getIssuer()), "the token is of another issuer");
        require(claims.getAudience().contains(audience), "the token is for another audience");
        requireTimes(claims);
        String client = client(claims, rfc9068);
        if (!clients.contains(client)) {
            return new CallerVerdict.Forbidden("the client is not on the list");
        }
        if (scope != null && !hasScope(claims.getClaim("scope"))) {
            return new CallerVerdict.Forbidden("the token lacks the scope");
        }
        return new CallerVerdict.Accepted();
    }

    private void requireTimes(JWTClaimsSet claims) throws RefusedTokenException {
        Instant now = time.instant();
        Date expires = claims.getExpirationTime();
        require(expires != null, "the token never expires");
        require(now.isBefore(expires.toInstant().plus(LEEWAY)), "the token is expired");
        for (Date begin : new Date[] {claims.getNotBeforeTime(), claims.getIssueTime()}) {
            require(begin == null || !begin.toInstant().minus(LEEWAY).isAfter(now), "the token is not valid yet");
        }
    }

    /**
     * The client, if nobody else: a user's token has the user as its subject. Auth0's own profile tells the grant, too, RFC
     * 9068's does not.
     */
    private static String client(JWTClaimsSet claims, boolean rfc9068) throws RefusedTokenException {
        Object grant = claims.getClaim("gty");
        require(GRANT.equals(grant) || (rfc9068 && grant == null), "the token is of another grant than " + GRANT);
        // Bound to a key or certificate: whoever presents it without the proof may have stolen it (RFC 9449, 7.2).
        require(claims.getClaim("cnf") == null, "the token is bound to a key that nobody showed");
        Object client = claims.getClaim("azp") == null ? claims.getClaim("client_id") : claims.getClaim("azp");
        Object other = claims.getClaim("client_id");
        require(
                client instanceof String && (other == null || other.equals(client)),
                "the token names no client, or two");
        require((client + "@clients").equals(claims.getSubject()), "the token is not about its client");
        return (String) client;
    }

    private boolean hasScope(@Nullable Object granted) {
        return granted instanceof String text
                && Arrays.asList(text.split(" ", -1)).contains(scope);
    }

    private static void require(boolean met, String rule) throws RefusedTokenException {
        if (!met) {
            throw new RefusedTokenException(rule);
        }
    }
}
