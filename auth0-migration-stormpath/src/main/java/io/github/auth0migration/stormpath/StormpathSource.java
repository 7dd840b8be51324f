package io.github.auth0migration.stormpath;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.LiveSourceBuilder;
import io.github.auth0migration.spi.Retrier;
import io.github.auth0migration.spi.ScriptBoundary;
import io.github.auth0migration.spi.Secret;
import io.github.auth0migration.stormpath.internal.Href;
import io.github.auth0migration.stormpath.internal.StormpathMapping;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Stormpath application, or one of a compatible server, whose people move to Auth0.
 *
 * <p>A login first finds the one account that owns what was typed, then tries its login with the password, and then reads
 * the account by id. A look-up finds the account in the same way. Addresses in answers are never called. The password is
 * sent once, whatever happens; look-ups are repeated as {@link Retrier} says. Before its first verdict the source reads
 * the application, and the list of its account stores if one is set by its address: some servers answer for a wrong
 * {@code applicationId} or {@code accountStore} as if everybody mistyped.
 *
 * <p>What was typed with an {@code @} must be the account's own e-mail under every policy, for a username may be somebody
 * else's address. An address with a {@code *}, which the search takes for a wildcard, is compared exactly all the same; if
 * it matches more than a page of people, the answer is {@code Unavailable}. A look-up by user id finds an account only if
 * the application's search shows it: ids are the tenant's.
 *
 * <p>User ids are Stormpath's own immutable ids, after the prefix and a {@code |}. Immutable and thread-safe; blocking
 * calls suit virtual threads.
 *
 * @since 0.1.0
 */
public final class StormpathSource implements MigrationSource, UserListing, AutoCloseable {

    private final StormpathSettings settings;
    private final StormpathLogin login;
    private final StormpathLookup lookup;
    private final StormpathListing listing;
    private final StormpathCheck check;

    private StormpathSource(StormpathSettings settings) {
        this.settings = settings;
        StormpathApi api = new StormpathApi(settings);
        ApplicationGate gate = new ApplicationGate(settings, api);
        StormpathSearch search = new StormpathSearch(settings, api);
        StormpathProfile profile = new StormpathProfile(settings, api);
        this.lookup = new StormpathLookup(settings, api, search, gate, profile);
        this.login = new StormpathLogin(settings, api, lookup, profile);
        this.listing = new StormpathListing(api, gate, search, lookup, profile);
        this.check = new StormpathCheck(settings, api, gate);
    }

    /** {@return a builder; {@code applicationId} and {@code apiKey} must be set} */
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
     * Lists the application's accounts, oldest first. People who are removed while it runs do not make it leave out
     * others. Passwords are not on it: Stormpath gives them out in its export only.
     *
     * @throws IllegalArgumentException if {@code from} is no cursor of this source
     */
    @Override
    public Stream<SourceUser> users(ListingCursor from) {
        return listing.users(from);
    }

    /**
     * Looks at the API key, the application, with {@link StormpathAuthentication#SAUTHC1} the clocks, the account
     * store, and the search by address. An account store by its name key cannot be checked, which is a warning. Proves nobody's password.
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
        return "StormpathSource[" + settings.baseUrl() + "]";
    }

    /** Sets up a source. Mistakes throw at {@link #build()}, each naming setting, rule and fix. Not thread-safe. */
    public static final class Builder extends LiveSourceBuilder<Builder> {

        private URI baseUrl = URI.create("https://api.stormpath.com/v1");
        private @Nullable String applicationId;
        private @Nullable String apiKeyId;
        private @Nullable Supplier<String> apiKeySecret;
        private StormpathAuthentication authentication = StormpathAuthentication.BASIC;
        private @Nullable AccountStore accountStore;
        private EmailVerificationPolicy emailVerification = EmailVerificationPolicy.FROM_SOURCE;
        private CustomData customData = CustomData.USER_METADATA;
        private Groups groups = Groups.OMIT;

        private Builder() {
            super(StormpathMapping.PLATFORM);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets the server's address, with the version in its path. Default {@code https://api.stormpath.com/v1}.
         *
         * @param url for example {@code https://accounts.example.com/v1}; https unless it is this machine
         * @return this builder
         */
        public Builder baseUrl(URI url) {
            this.baseUrl = Objects.requireNonNull(url, "baseUrl");
            return this;
        }

        /**
         * Sets the application whose people move. Required.
         *
         * @param id the last part of the application's address: 1 to 64 letters, digits and hyphens
         * @return this builder
         */
        public Builder applicationId(String id) {
            this.applicationId = Objects.requireNonNull(id, "applicationId");
            return this;
        }

        /**
         * Sets the API key. Required.
         *
         * @param id the key's id: 1 to 128 letters, digits and {@code - . _ ~}
         * @param secret asked at every call, so that it can come from a vault
         * @return this builder
         */
        public Builder apiKey(String id, Supplier<String> secret) {
            this.apiKeyId = Objects.requireNonNull(id, "apiKey id");
            this.apiKeySecret = Objects.requireNonNull(secret, "apiKey secret");
            return this;
        }

        /**
         * Sets how requests prove themselves. Default {@link StormpathAuthentication#BASIC}: it works with every server,
         * every address and any clock, and addresses are https. {@link StormpathAuthentication#SAUTHC1} keeps the secret
         * off the wire, but on some compatible servers never works for people with a {@code /} in their address.
         *
         * @param scheme the scheme
         * @return this builder
         */
        public Builder authentication(StormpathAuthentication scheme) {
            this.authentication = Objects.requireNonNull(scheme, "authentication");
            return this;
        }

        /**
         * Sets the one account store in which logins are tried. Default: all of the application's, in its own order; who
         * has one address in two of them is {@code AMBIGUOUS} then.
         *
         * @param store the store; see {@link AccountStore#href} for what each kind narrows
         * @return this builder
         */
        public Builder accountStore(AccountStore store) {
            this.accountStore = Objects.requireNonNull(store, "accountStore");
            return this;
        }

        /**
         * Sets whether addresses count as verified. Default {@link EmailVerificationPolicy#FROM_SOURCE}: only where
         * Stormpath says {@code VERIFIED}. Older accounts and compatible servers have no word; {@code ENABLED} does not
         * mean that anybody ever proved the address.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder emailVerification(EmailVerificationPolicy policy) {
            this.emailVerification = Objects.requireNonNull(policy, "emailVerification");
            return this;
        }

        /**
         * Sets where custom data go. Default {@link CustomData#USER_METADATA}.
         *
         * @param where where
         * @return this builder
         */
        public Builder customData(CustomData where) {
            this.customData = Objects.requireNonNull(where, "customData");
            return this;
        }

        /**
         * Sets where the names of groups go. Default {@link Groups#OMIT}.
         *
         * @param where where
         * @return this builder
         */
        public Builder groups(Groups where) {
            this.groups = Objects.requireNonNull(where, "groups");
            return this;
        }

        /**
         * Builds the source. Asks nobody anything; see {@link StormpathSource#check()}.
         *
         * @return the source
         * @throws IllegalArgumentException if a setting is missing or breaks a rule; the message names setting, rule and
         *     fix
         */
        public StormpathSource build() {
            BaseUrl checkedUrl = urlSetting();
            String checkedId = idSetting();
            ApiKey checkedKey = keySetting();
            if (accountStore != null) {
                accountStore.check(checkedUrl);
            }
            return new StormpathSource(new StormpathSettings(
                    settings(),
                    checkedUrl,
                    checkedId,
                    checkedKey,
                    accountStore,
                    emailVerification,
                    customData,
                    groups));
        }

        private BaseUrl urlSetting() {
            BaseUrl url = baseUrl("baseUrl", baseUrl, "https://api.stormpath.com/v1");
            String path = url.uri().getRawPath();
            if (path.isEmpty() || path.equals("/")) {
                throw new IllegalArgumentException("baseUrl must hold the version in its path: append /v1 to " + url);
            }
            return url;
        }

        private String idSetting() {
            if (applicationId == null) {
                throw new IllegalArgumentException(
                        "applicationId is missing: set the last part of the application's address");
            }
            if (!Href.isId(applicationId)) {
                throw new IllegalArgumentException("applicationId must be 1 to 64 letters, digits and hyphens:"
                        + " take only the last part of the application's address");
            }
            return applicationId;
        }

        private ApiKey keySetting() {
            if (apiKeyId == null || apiKeySecret == null) {
                throw new IllegalArgumentException("apiKey is missing: set the id and a supplier of the secret");
            }
            if (!apiKeyId.matches("[A-Za-z0-9._~-]{1,128}")) {
                // Not quoted: somebody may have mixed up the two.
                throw new IllegalArgumentException("apiKey must have an id of 1 to 128 letters, digits and - . _ ~:"
                        + " copy apiKey.id of the key's file");
            }
            return new ApiKey(apiKeyId, Secret.of("apiKey secret", apiKeySecret), authentication);
        }
    }
}
