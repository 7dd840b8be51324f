package io.github.auth0migration.okta;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.LiveSourceBuilder;
import io.github.auth0migration.spi.PagedListing;
import io.github.auth0migration.spi.Retrier;
import io.github.auth0migration.spi.ScriptBoundary;
import io.github.auth0migration.spi.Secret;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An Okta organization whose people move to Auth0.
 *
 * <p>A login first finds the one account that owns what was typed, then posts its login and the password to the
 * Authentication API, and then reads the profile by id. A look-up finds the account in the same way and asks for its
 * second factors. The password is sent once, whatever happens; look-ups are repeated as {@link Retrier} says. A listing
 * walks three times: over those who are not deactivated, over those who are, and over those whose status changed meanwhile.
 *
 * <p>User ids are Okta's own immutable ids, after the prefix and a {@code |}. Immutable and thread-safe; blocking calls
 * suit virtual threads.
 *
 * @see <a href="https://developer.okta.com/docs/reference/api/authn/">Authentication API</a>
 * @see <a href="https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/">Users API</a>
 * @since 0.1.0
 */
public final class OktaSource implements MigrationSource, UserListing, AutoCloseable {

    private final OktaSettings settings;
    private final OktaLogin login;
    private final OktaLookup lookup;
    private final OktaListing listing;
    private final OktaCheck check;

    private OktaSource(OktaSettings settings, TimeSource time) {
        this.settings = settings;
        OktaApi api = new OktaApi(settings);
        OktaProfile profile = new OktaProfile(settings);
        this.lookup = new OktaLookup(settings, api, profile);
        this.login = new OktaLogin(settings, api, lookup, profile);
        this.listing = new OktaListing(settings, api, lookup, profile, time);
        this.check = new OktaCheck(settings, api);
    }

    /** {@return a builder; {@code orgUrl}, {@code emailVerification} and one of {@code apiToken}, {@code serviceApp} and
     * {@code loginOnly} must be set} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public SourceDescription description() {
        return settings.description();
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return ScriptBoundary.login(request, () -> login.run(request));
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return ScriptBoundary.lookup(request, () -> lookup.run(request));
    }

    /**
     * Lists everybody: first those who are not deactivated, then those who are, for Okta's plain list leaves them out, and
     * last those whose status has changed since the listing began. So whoever is deactivated or reactivated while it runs
     * is on it all the same. Whoever's status changed in that time, or in the minute before, may come several times, on a
     * resumed listing also after an earlier part gave them: the last word counts. Okta's search index lags, by less than a
     * second as a rule, so that a change in the listing's last moments may be missed like one just after it.
     *
     * <p>Costs a call for each page of 200 people; when Okta fails on a page the rest goes on with smaller ones. Under
     * {@link SecondFactorPolicy#REFUSE} it costs one more call for each person who could be migrated otherwise, for a
     * look-up refuses whoever has a second factor. Each call, with its repetitions, has two minutes, so that the window of
     * a rate limit fits in: other clients of the organization share those limits.
     *
     * @param from the page to begin with; how long Okta's own cursors are good for is not documented
     * @return the users; reading it throws {@link ListingFailedException}, always with {@code CONFIGURATION} when the
     *     source was built with {@link Builder#loginOnly()}
     * @throws IllegalArgumentException if {@code from} is no cursor that a listing of an Okta source gives
     * @see <a href="https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/#tag/User/operation/listUsers">List
     *     all users</a>
     */
    @Override
    public Stream<SourceUser> users(ListingCursor from) {
        ListingPosition.of(from);
        return PagedListing.stream(from, listing);
    }

    /**
     * Looks at the organization's engine, the token, its rights and the clocks. Fetches an access token, or reads the API
     * token's owner, and looks at the factors of one active person; proves nobody's password.
     */
    @Override
    public CheckReport check() {
        return check.run();
    }

    /** Closes the transport, unless the host supplied its own. */
    @Override
    public void close() {
        settings.live().close();
    }

    @Override
    public String toString() {
        return "OktaSource[" + settings.orgUrl() + "]";
    }

    /** Sets up a source. Mistakes throw at {@link #build()}, each naming setting, rule and fix. Not thread-safe. */
    public static final class Builder extends LiveSourceBuilder<Builder> {

        private @Nullable URI orgUrl;
        private @Nullable Supplier<String> apiToken;
        private @Nullable OktaServiceApp serviceApp;
        private boolean loginOnly;
        private @Nullable EmailVerificationPolicy emailVerification;
        private SecondFactorPolicy secondFactor = SecondFactorPolicy.REFUSE;
        private FactorEnrollmentPolicy factorEnrollment = FactorEnrollmentPolicy.REFUSE;
        private ExpiredPasswordPolicy expiredPassword = ExpiredPasswordPolicy.REFUSE;
        private AuthnApplication authnApplication = AuthnApplication.PUBLIC;

        private Builder() {
            super(OktaSettings.PLATFORM);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the organization's address. Required.
         *
         * @param url for example {@code https://acme.okta.com}, or a custom domain; https unless it is this machine
         * @return this builder
         */
        public Builder orgUrl(URI url) {
            this.orgUrl = Objects.requireNonNull(url, "orgUrl");
            return this;
        }

        /**
         * Sets where the API token comes from. One of this, {@link #serviceApp} and {@link #loginOnly()} is required.
         *
         * <p>Its owner must be a read-only administrator of the <em>whole</em> organization: for a role that is limited to
         * groups, people outside look like nobody, and {@link OktaSource#check()} cannot see the limit. Okta lets a token
         * die after 30 idle days, and with its owner.
         *
         * @param token asked at every call, so that the token can be rotated; without {@code SSWS}
         * @return this builder
         * @see <a href="https://developer.okta.com/docs/guides/create-an-api-token/main/">Create an API token</a>
         */
        public Builder apiToken(Supplier<String> token) {
            this.apiToken = Objects.requireNonNull(token, "apiToken");
            return this;
        }

        /**
         * Sets the service app as which people are read, with OAuth 2.0 instead of an API token.
         *
         * @param app the app
         * @return this builder
         */
        public Builder serviceApp(OktaServiceApp app) {
            this.serviceApp = Objects.requireNonNull(app, "serviceApp");
            return this;
        }

        /**
         * Goes without a token. Second factors are seen only where Okta asks for them at this sign-in. There is no look-up
         * and no listing then, so no reset and no sign-up before somebody's first login; and
         * as the Authentication API tells no e-mail, a login that looks like an address is taken for one, never verified
         * and with a caveat.
         *
         * @return this builder
         */
        public Builder loginOnly() {
            this.loginOnly = true;
            return this;
        }

        /**
         * Sets whether addresses count as verified. Required: Okta has no documented word for it.
         *
         * @param policy {@link EmailVerificationPolicy#ASSUME_VERIFIED} only if you know that your organization verified
         *     every address; {@link EmailVerificationPolicy#ASSUME_UNVERIFIED} otherwise
         * @return this builder
         */
        public Builder emailVerification(EmailVerificationPolicy policy) {
            this.emailVerification = Objects.requireNonNull(policy, "emailVerification");
            return this;
        }

        /**
         * Sets what happens to people with a second factor. Default {@link SecondFactorPolicy#REFUSE}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder secondFactor(SecondFactorPolicy policy) {
            this.secondFactor = Objects.requireNonNull(policy, "secondFactor");
            return this;
        }

        /**
         * Sets what happens to people who must first enrol a second factor. Default
         * {@link FactorEnrollmentPolicy#REFUSE}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder factorEnrollment(FactorEnrollmentPolicy policy) {
            this.factorEnrollment = Objects.requireNonNull(policy, "factorEnrollment");
            return this;
        }

        /**
         * Sets what happens to people with an expired password. Default {@link ExpiredPasswordPolicy#REFUSE}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder expiredPassword(ExpiredPasswordPolicy policy) {
            this.expiredPassword = Objects.requireNonNull(policy, "expiredPassword");
            return this;
        }

        /**
         * Sets as which kind of application people are signed in. Default {@link AuthnApplication#PUBLIC}; the other one
         * needs an {@link #apiToken}.
         *
         * @param application the kind
         * @return this builder
         */
        public Builder authnApplication(AuthnApplication application) {
            this.authnApplication = Objects.requireNonNull(application, "authnApplication");
            return this;
        }

        /**
         * Builds the source. Asks nobody anything; see {@link OktaSource#check()}.
         *
         * @return the source
         * @throws IllegalArgumentException if a setting is missing or breaks a rule; the message names setting, rule and
         *     fix
         */
        public OktaSource build() {
            return build(TimeSource.system());
        }

        /** With a clock for the pages of a listing; scripts go by their deadline's. */
        OktaSource build(TimeSource time) {
            BaseUrl checkedUrl = baseUrl("orgUrl", orgUrl, "https://acme.okta.com");
            checkCredentials();
            EmailVerificationPolicy checkedVerification = verificationSetting();
            OktaSettings settings = new OktaSettings(
                    settings(),
                    checkedUrl,
                    apiToken == null ? null : Secret.of("apiToken", apiToken),
                    serviceApp,
                    checkedVerification,
                    secondFactor,
                    factorEnrollment,
                    expiredPassword,
                    authnApplication);
            return new OktaSource(settings, time);
        }

        private void checkCredentials() {
            if (loginOnly && apiToken != null) {
                throw new IllegalArgumentException(
                        "apiToken and loginOnly() exclude each other: keep apiToken to have look-ups");
            }
            if (loginOnly && serviceApp != null) {
                throw new IllegalArgumentException(
                        "serviceApp and loginOnly() exclude each other: keep serviceApp to have look-ups");
            }
            if (apiToken != null && serviceApp != null) {
                throw new IllegalArgumentException(
                        "apiToken and serviceApp exclude each other: keep the one that is to read people");
            }
            if (!loginOnly && apiToken == null && serviceApp == null) {
                throw new IllegalArgumentException("apiToken is missing: supply a token, set a serviceApp, or say"
                        + " loginOnly() to go without look-up, listing, reset and e-mail addresses");
            }
            if (apiToken == null && authnApplication == AuthnApplication.TRUSTED) {
                throw new IllegalArgumentException(
                        "authnApplication TRUSTED needs an apiToken: leave it PUBLIC with serviceApp and loginOnly()");
            }
            if (serviceApp != null) {
                serviceApp.check();
            }
        }

        private EmailVerificationPolicy verificationSetting() {
            if (emailVerification == null || emailVerification == EmailVerificationPolicy.FROM_SOURCE) {
                throw new IllegalArgumentException("emailVerification must be ASSUME_UNVERIFIED or ASSUME_VERIFIED:"
                        + " Okta's API has no documented word on whether an address is verified, so you must say;"
                        + " ASSUME_VERIFIED only if your organization verified every address");
            }
            return emailVerification;
        }
    }
}
