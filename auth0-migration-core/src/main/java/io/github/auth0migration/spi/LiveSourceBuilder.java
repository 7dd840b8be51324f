package io.github.auth0migration.spi;

import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.SourceDescription;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that every live source has; its own builder adds the platform's. Not thread-safe.
 *
 * @param <B> the source's own builder
 * @since 0.1.0
 */
public abstract class LiveSourceBuilder<B extends LiveSourceBuilder<B>> {

    private final String platform;
    private String name;
    private @Nullable String userIdPrefix;
    private IdentifierPolicy identifiers = IdentifierPolicy.AUTH0;
    private ProfileMapper profileMapper = ProfileMapper.none();
    private InsecureHttp insecureHttp = InsecureHttp.LOOPBACK_ONLY;
    private Retrier retrier = Retrier.standard();
    private @Nullable HttpTransport transport;

    /**
     * A builder with every setting at its default.
     *
     * @param platform the platform, in lower case; also the default name
     */
    protected LiveSourceBuilder(String platform) {
        this.platform = Objects.requireNonNull(platform, "platform");
        this.name = platform;
    }

    /** {@return this} */
    protected abstract B self();

    /**
     * Sets the name in events and logs. Default: the platform's, for example {@code okta}.
     *
     * @param sourceName the name; not blank
     * @return this builder
     */
    public final B name(String sourceName) {
        this.name = Objects.requireNonNull(sourceName, "name");
        return self();
    }

    /**
     * Sets the prefix of all user ids: {@code okta} makes {@code okta|00u1a2b3c4} of the platform's {@code 00u1a2b3c4}.
     * Chosen once, for ever: another prefix makes other people of them. Default: none, the user id is the platform's id.
     *
     * @param prefix 1 to 32 characters of A–Z, a–z, 0–9, {@code -} and {@code _}; not {@code auth0}
     * @return this builder
     */
    public final B userIdPrefix(String prefix) {
        this.userIdPrefix = Objects.requireNonNull(prefix, "userIdPrefix");
        return self();
    }

    /**
     * Sets what a person may type. Default {@link IdentifierPolicy#AUTH0}.
     *
     * @param policy the policy
     * @return this builder
     */
    public final B identifiers(IdentifierPolicy policy) {
        this.identifiers = Objects.requireNonNull(policy, "identifiers");
        return self();
    }

    /**
     * Sets the host's own mapping. Default {@link ProfileMapper#none()}.
     *
     * @param mapper gets the platform's record as raw data, and the user that the standard mapping made of it
     * @return this builder
     */
    public final B profileMapper(ProfileMapper mapper) {
        this.profileMapper = Objects.requireNonNull(mapper, "profileMapper");
        return self();
    }

    /**
     * Sets where plain http is good enough. Default {@link InsecureHttp#LOOPBACK_ONLY}. A transport of the host's own has
     * a setting of its own, which must allow it too.
     *
     * @param where where
     * @return this builder
     */
    public final B insecureHttp(InsecureHttp where) {
        this.insecureHttp = Objects.requireNonNull(where, "insecureHttp");
        return self();
    }

    /**
     * Sets how often look-ups, pages of a listing, and logins that did not leave this machine, are repeated. Default
     * {@link Retrier#standard()}.
     *
     * @param newRetrier the retrier
     * @return this builder
     */
    public final B retrier(Retrier newRetrier) {
        this.retrier = Objects.requireNonNull(newRetrier, "retrier");
        return self();
    }

    /**
     * Sets the transport, to share one between sources or to decorate it. Default: a {@link JdkHttpTransport} of its
     * own, closed with the source.
     *
     * @param newTransport the transport; the host closes it
     * @return this builder
     */
    public final B transport(HttpTransport newTransport) {
        this.transport = Objects.requireNonNull(newTransport, "transport");
        return self();
    }

    /**
     * The settings so far, checked. To be called last in {@code build()}, for it may open a transport.
     *
     * @return the settings
     * @throws IllegalArgumentException if a setting breaks a rule; the message names setting, rule and fix
     */
    protected final LiveSettings settings() {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank: leave it out for \"" + platform + "\"");
        }
        SourceDescription plain = SourceDescription.live(name, platform);
        return new LiveSettings(
                userIdPrefix == null ? plain : plain.withUserIdPrefix(userIdPrefix),
                identifiers,
                profileMapper,
                retrier,
                transport,
                insecureHttp);
    }

    /**
     * The platform's address, checked.
     *
     * @param settingName what the setting is called, for messages
     * @param url the address; {@code null} if it was not set
     * @param example an address such as people have, for the message
     * @return the address
     * @throws IllegalArgumentException if it is missing or breaks a rule of {@link BaseUrl}
     */
    protected final BaseUrl baseUrl(String settingName, @Nullable URI url, String example) {
        if (url == null) {
            throw new IllegalArgumentException(
                    settingName + " is missing: set the platform's address, for example " + example);
        }
        return BaseUrl.of(settingName, url, insecureHttp);
    }
}
