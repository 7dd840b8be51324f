package io.github.auth0migration.endpoint;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.JdkHttpTransport;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Callers with an access token that Auth0 gave them for their own credentials: the script asks {@code /oauth/token} with the
 * client-credentials grant, keeps the token until it expires, and nobody ever types a secret into this endpoint.
 *
 * <p>Needs {@code com.nimbusds:nimbus-jose-jwt}, which this library does not bring. On the
 * module path the host also says {@code requires com.nimbusds.jose.jwt}.
 *
 * <p>A token must be signed by a key of the issuer's, by the one algorithm that is expected; name issuer and audience to the
 * letter; be in time, give or take 30 seconds; be a client's and nobody's user's ({@code sub} is {@code <client>@clients},
 * {@code gty} is {@code client-credentials} in Auth0's own token profile; that of RFC 9068 has none); and be bound to no key
 * ({@code cnf}). Whatever falls short is {@link CallerVerdict.Unauthorized}. A token that is all that, but of a client who is
 * not on the list or without the scope, is {@link CallerVerdict.Forbidden}.
 *
 * <p>The issuer's keys are fetched from {@code .well-known/jwks.json} when first needed, again after 10 minutes, and again when
 * a token names a key that is not among them, but never twice within 10 seconds. While they cannot be fetched the last ones
 * serve for 24 hours; without any, and for keys that are not among them, the verdict is {@link CallerVerdict.Unavailable}. A
 * fetch may take 3 seconds. There are no threads of its own.
 *
 * <p>Thread-safe. {@code toString} tells issuer and audience.
 *
 * @see <a href="https://auth0.com/docs/get-started/authentication-and-authorization-flow/client-credentials-flow">Auth0:
 *     client credentials flow</a>
 * @see <a href="https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles">Auth0: access token profiles</a>
 * @since 0.1.0
 */
public final class Auth0AccessTokens implements Callers, AutoCloseable {

    private final SigningAlgorithm algorithm;
    private final ClientClaims rules;
    private final SigningKeys keys;
    private final @Nullable JdkHttpTransport ownTransport;

    private Auth0AccessTokens(Builder from, BaseUrl issuer, String audience) {
        this.ownTransport = from.transport == null ? JdkHttpTransport.create() : null;
        HttpTransport transport = ownTransport == null ? Objects.requireNonNull(from.transport) : ownTransport;
        this.algorithm = from.algorithm;
        this.rules = new ClientClaims(issuer.toString(), audience, from.clients, from.scope, from.time);
        this.keys = new SigningKeys(new KeyHost(issuer, transport, from.time), from.time);
    }

    /** {@return a builder with the defaults, without issuer, audience and clients} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public CallerVerdict check(String token) {
        try {
            SignedToken signed = SignedToken.parse(token, algorithm);
            JWTClaimsSet claims = signed.claims(keys);
            return rules.check(claims, signed.isRfc9068());
        } catch (RefusedTokenException e) {
            return new CallerVerdict.Unauthorized(e.rule());
        } catch (CallFailedException e) {
            return new CallerVerdict.Unavailable(e.failure());
        }
    }

    /** Closes the transport, unless the host supplied its own. */
    @Override
    public void close() {
        if (ownTransport != null) {
            ownTransport.close();
        }
    }

    @Override
    public String toString() {
        return "Auth0AccessTokens[" + rules.issuer() + ", " + rules.audience() + "]";
    }

    /** Sets whose tokens, for what, and for whom. Not thread-safe. */
    public static final class Builder {

        // RFC 6749: a scope is printable ASCII without space, quote and backslash.
        private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,200}");

        private @Nullable URI issuer;
        private @Nullable String audience;
        private Set<String> clients = Set.of();
        private @Nullable String scope;
        private SigningAlgorithm algorithm = SigningAlgorithm.RS256;
        private @Nullable HttpTransport transport;
        private TimeSource time = TimeSource.system();

        private Builder() {}

        /**
         * Sets who makes the tokens: the tenant, or its custom domain, whichever the script asks for tokens. Required.
         *
         * @param address exactly as in the tokens' {@code iss}, such as {@code https://example.eu.auth0.com/}, with the slash;
         *     {@code https} unless the host is this machine
         * @return this builder
         */
        public Builder issuer(URI address) {
            this.issuer = Objects.requireNonNull(address, "issuer");
            return this;
        }

        /**
         * Sets what the tokens are for: the identifier of an API that is registered in Auth0 for this endpoint and nothing
         * else. Required.
         *
         * @param identifier the API's identifier, exactly as in the tokens' {@code aud}
         * @return this builder
         */
        public Builder audience(String identifier) {
            this.audience = Objects.requireNonNull(identifier, "audience");
            return this;
        }

        /**
         * Sets which clients may call. Required: an API that allows them all gives a token to every client of the tenant.
         *
         * @param ids the ids of the applications whose credentials the scripts hold
         * @return this builder
         */
        public Builder clients(Set<String> ids) {
            this.clients = Set.copyOf(ids);
            return this;
        }

        /**
         * Sets a scope that tokens must have beside all else. Default: none.
         *
         * @param required one scope, such as {@code migrate:users}
         * @return this builder
         */
        public Builder scope(String required) {
            this.scope = Objects.requireNonNull(required, "scope");
            return this;
        }

        /**
         * Sets how the API's tokens are signed. Default {@link SigningAlgorithm#RS256}.
         *
         * @param expected the one algorithm
         * @return this builder
         */
        public Builder algorithm(SigningAlgorithm expected) {
            this.algorithm = Objects.requireNonNull(expected, "algorithm");
            return this;
        }

        /**
         * Sets the way to the issuer's keys. Default: a {@link JdkHttpTransport} of its own, closed with the callers.
         *
         * @param newTransport the transport; the host closes it
         * @return this builder
         */
        public Builder transport(HttpTransport newTransport) {
            this.transport = Objects.requireNonNull(newTransport, "transport");
            return this;
        }

        /**
         * Sets the clock. Default: the machine's.
         *
         * @param source the clock
         * @return this builder
         */
        public Builder time(TimeSource source) {
            this.time = Objects.requireNonNull(source, "time");
            return this;
        }

        /**
         * Builds the callers. Fetches nothing yet.
         *
         * @return the callers
         * @throws IllegalArgumentException if a setting is missing or breaks a rule; the message names it
         */
        public Auth0AccessTokens build() {
            require(
                    issuer != null && issuer.toString().endsWith("/"),
                    "issuer must be set as in the tokens' iss, with a slash at its end: for example"
                            + " https://example.eu.auth0.com/");
            BaseUrl address = BaseUrl.of("issuer", Objects.requireNonNull(issuer));
            require(
                    audience != null && !audience.isBlank(),
                    "audience must be set: the identifier of the API that is registered in Auth0 for this endpoint");
            require(
                    !clients.isEmpty() && clients.stream().noneMatch(String::isBlank),
                    "clients must name at least one client id: that of the application whose credentials the scripts hold");
            require(
                    scope == null || SCOPE.matcher(scope).matches(),
                    "scope must be one scope, without spaces: leave it out if the API has none");
            return new Auth0AccessTokens(this, address, Objects.requireNonNull(audience));
        }

        private static void require(boolean met, String message) {
            if (!met) {
                throw new IllegalArgumentException(message);
            }
        }
    }
}
