package io.github.auth0migration.gigya;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.ExpiredPasswordPolicy;
import io.github.auth0migration.FactorEnrollmentPolicy;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.gigya.internal.GigyaMapping;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.LiveSourceBuilder;
import io.github.auth0migration.spi.PagedListing;
import io.github.auth0migration.spi.ProfileMapping;
import io.github.auth0migration.spi.Retrier;
import io.github.auth0migration.spi.ScriptBoundary;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Gigya site (SAP Customer Data Cloud) whose people move to Auth0.
 *
 * <p>A login is one call of accounts.login, which tells whose password it was; only where Gigya cuts the answer short is
 * the account read after it. The account must own what was typed: by {@code loginIDs}, or by {@code emails.verified}. A
 * look-up finds the account by its identifier and reads it by its UID. The password is sent once, whatever happens;
 * look-ups are repeated as {@link Retrier} says.
 *
 * <p>The user's e-mail is that of the profile if the account owns it, else the first one that it owns, whatever was typed.
 * User ids are Gigya's own UIDs, after the prefix and a {@code |}.
 *
 * <p>The address of {@link io.github.auth0migration.ClientInfo}, if the host trusts one, and the device id go along as
 * {@code clientContext}: with them Gigya's risk rules judge the person's device instead of this machine. Second factors do
 * not show on an account, so only a login is refused for one, never a look-up: where people have second factors, do not
 * let a password reset migrate them.
 *
 * <p>Immutable and thread-safe; blocking calls suit virtual threads.
 *
 * @see <a href="https://help.sap.com/docs/SAP_CUSTOMER_DATA_CLOUD/8b8d6fffe113457094a17701f63e3d6a">Accounts REST API</a>
 * @since 0.1.0
 */
public final class GigyaSource implements MigrationSource, UserListing, AutoCloseable {

    private final GigyaSettings settings;
    private final GigyaApi api;
    private final GigyaMapping profile;
    private final GigyaLogin login;
    private final GigyaLookup lookup;
    private final GigyaCheck check;

    private GigyaSource(GigyaSettings settings) {
        this.settings = settings;
        this.api = new GigyaApi(settings);
        this.profile = new GigyaMapping(
                settings.description(),
                new ProfileMapping(settings.live()),
                settings.policies().emailVerification());
        this.lookup = new GigyaLookup(settings, api, profile);
        this.login = new GigyaLogin(settings, api, lookup, profile);
        this.check = new GigyaCheck(settings, api);
    }

    /** {@return a builder; {@code apiKey}, {@code credentials} and {@code dataCenter} or {@code baseUrl} must be set} */
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
     * {@inheritDoc}
     *
     * <p>Gigya forgets where a listing stands after five minutes without a call: read on, or begin anew. Lite accounts
     * have no UID and are left out.
     *
     * @throws IllegalArgumentException if {@code from} is no cursor of a Gigya source
     */
    @Override
    public Stream<SourceUser> users(ListingCursor from) {
        return PagedListing.stream(GigyaListing.checked(from), new GigyaListing(settings, api, profile));
    }

    /**
     * Looks at the data centre, the credentials, the clocks and what the user key may do. Searches, looks for an
     * identifier that nobody has, and reads one account; proves nobody's password, so whether the key may call
     * accounts.login shows at the first sign-in only.
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
        return "GigyaSource[" + settings.baseUrl() + "]";
    }

    /** Sets up a source. Mistakes throw at {@link #build()}, each naming setting, rule and fix. Not thread-safe. */
    public static final class Builder extends LiveSourceBuilder<Builder> {

        private static final Pattern DOMAIN = Pattern.compile(
                "(?=.{1,240}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

        private @Nullable String apiKey;
        private @Nullable String dataCenter;
        private @Nullable URI baseUrl;
        private @Nullable GigyaCredentials credentials;
        private EmailVerificationPolicy emailVerification = EmailVerificationPolicy.FROM_SOURCE;
        private IncompleteRegistrationPolicy incompleteRegistration = IncompleteRegistrationPolicy.MIGRATE_WITH_CAVEAT;
        private PendingVerificationPolicy pendingVerification = PendingVerificationPolicy.MIGRATE_WITH_CAVEAT;
        private ExpiredPasswordPolicy expiredPassword = ExpiredPasswordPolicy.REFUSE;
        private SecondFactorPolicy secondFactor = SecondFactorPolicy.REFUSE;
        private FactorEnrollmentPolicy factorEnrollment = FactorEnrollmentPolicy.REFUSE;
        private GigyaLookupMethod lookup = GigyaLookupMethod.IDENTIFIERS_FIRST;
        private boolean exportsPasswords;

        private Builder() {
            super(GigyaMapping.PLATFORM);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the site. Required.
         *
         * @param key the site's API key; no secret
         * @return this builder
         */
        public Builder apiKey(String key) {
            this.apiKey = Objects.requireNonNull(key, "apiKey");
            return this;
        }

        /**
         * Sets where the site lives. Required, unless {@link #baseUrl}.
         *
         * @param domain the data centre's whole domain, for example {@code eu1.gigya.com} or {@code cn1.sapcdm.cn}
         * @return this builder
         */
        public Builder dataCenter(String domain) {
            this.dataCenter = Objects.requireNonNull(domain, "dataCenter");
            return this;
        }

        /**
         * Sets the address of the API itself, instead of {@link #dataCenter}: a host name of your own before Gigya, or a
         * test server.
         *
         * @param url the address to which {@code /accounts.login} is added; https unless it is this machine
         * @return this builder
         */
        public Builder baseUrl(URI url) {
            this.baseUrl = Objects.requireNonNull(url, "baseUrl");
            return this;
        }

        /**
         * Sets the credentials. Required: without them Gigya counts all sign-ins as those of one client, this machine.
         *
         * @param newCredentials a user key, and what belongs to it
         * @return this builder
         */
        public Builder credentials(GigyaCredentials newCredentials) {
            this.credentials = Objects.requireNonNull(newCredentials, "credentials");
            return this;
        }

        /**
         * Sets whether addresses count as verified. Default {@link EmailVerificationPolicy#FROM_SOURCE}: those in
         * {@code emails.verified}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder emailVerification(EmailVerificationPolicy policy) {
            this.emailVerification = Objects.requireNonNull(policy, "emailVerification");
            return this;
        }

        /**
         * Sets what happens to people whose registration Gigya calls incomplete (206001). Default
         * {@link IncompleteRegistrationPolicy#MIGRATE_WITH_CAVEAT}. That Gigya says so of right passwords only is what live
         * logs show; no page promises it.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder incompleteRegistration(IncompleteRegistrationPolicy policy) {
            this.incompleteRegistration = Objects.requireNonNull(policy, "incompleteRegistration");
            return this;
        }

        /**
         * Sets what happens to people whose address Gigya wants verified first (206002). Default
         * {@link PendingVerificationPolicy#MIGRATE_WITH_CAVEAT}. That Gigya says so of right passwords only is inferred; no
         * page promises it.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder pendingVerification(PendingVerificationPolicy policy) {
            this.pendingVerification = Objects.requireNonNull(policy, "pendingVerification");
            return this;
        }

        /**
         * Sets what happens to people with an expired password (403100). Default {@link ExpiredPasswordPolicy#REFUSE}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder expiredPassword(ExpiredPasswordPolicy policy) {
            this.expiredPassword = Objects.requireNonNull(policy, "expiredPassword");
            return this;
        }

        /**
         * Sets what happens to people with a second factor (403101). Default {@link SecondFactorPolicy#REFUSE}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder secondFactor(SecondFactorPolicy policy) {
            this.secondFactor = Objects.requireNonNull(policy, "secondFactor");
            return this;
        }

        /**
         * Sets what happens to people who must first register a second factor (403102). Default
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
         * Sets how people are looked for. Default {@link GigyaLookupMethod#IDENTIFIERS_FIRST}.
         *
         * @param method the method
         * @return this builder
         */
        public Builder lookup(GigyaLookupMethod method) {
            this.lookup = Objects.requireNonNull(method, "lookup");
            return this;
        }

        /**
         * Lists people with their password hashes: one more call for each of them, and a user key with the privilege to
         * read hashes. Default: without.
         *
         * @return this builder
         */
        public Builder exportPasswords() {
            this.exportsPasswords = true;
            return this;
        }

        /**
         * Builds the source. Asks nobody anything; see {@link GigyaSource#check()}.
         *
         * @return the source
         * @throws IllegalArgumentException if a setting is missing or breaks a rule; the message names setting, rule and
         *     fix
         */
        public GigyaSource build() {
            String checkedKey = apiKeySetting();
            BaseUrl checkedUrl = addressSetting();
            GigyaCredentials checkedCredentials = credentialsSetting();
            GigyaSettings.Policies policies = new GigyaSettings.Policies(
                    emailVerification,
                    incompleteRegistration,
                    pendingVerification,
                    expiredPassword,
                    secondFactor,
                    factorEnrollment);
            return new GigyaSource(new GigyaSettings(
                    settings(), checkedUrl, checkedKey, checkedCredentials, policies, lookup, exportsPasswords));
        }

        private String apiKeySetting() {
            if (apiKey == null) {
                throw new IllegalArgumentException("apiKey is missing: set the site's API key, the console shows it");
            }
            return GigyaSettings.checkedKey("apiKey", apiKey);
        }

        private GigyaCredentials credentialsSetting() {
            if (credentials == null) {
                throw new IllegalArgumentException("credentials are missing: set GigyaCredentials.privateKey, signed or"
                        + " secret of an application's user key");
            }
            return credentials;
        }

        private BaseUrl addressSetting() {
            if (dataCenter != null && baseUrl != null) {
                throw new IllegalArgumentException(
                        "dataCenter and baseUrl exclude each other: keep baseUrl only for a host name of your own");
            }
            if (dataCenter == null) {
                return baseUrl(baseUrl == null ? "dataCenter" : "baseUrl", baseUrl, "eu1.gigya.com");
            }
            if (!DOMAIN.matcher(dataCenter).matches() || dataCenter.startsWith("accounts.")) {
                throw new IllegalArgumentException("dataCenter must be a whole domain in lower case, without https://,"
                        + " accounts. or path: write it as eu1.gigya.com");
            }
            return baseUrl("dataCenter", URI.create("https://accounts." + dataCenter), "eu1.gigya.com");
        }
    }
}
