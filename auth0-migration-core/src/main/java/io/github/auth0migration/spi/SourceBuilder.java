package io.github.auth0migration.spi;

import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.SourceDescription;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that every source has, live or export. Not thread-safe.
 *
 * @param <B> the source's own builder
 * @since 0.1.0
 */
public abstract class SourceBuilder<B extends SourceBuilder<B>> {

    private final String platform;
    private final SourceDescription.Origin origin;
    private final String defaultName;
    private String name;
    private @Nullable String userIdPrefix;
    private IdentifierPolicy identifiers = IdentifierPolicy.AUTH0;
    private ProfileMapper profileMapper = ProfileMapper.none();

    /**
     * A builder with every setting at its default.
     *
     * @param platform the platform, in lower case; the default name of a live source, {@code <platform>-export} of an
     *     export
     * @param origin whether it asks the platform itself
     */
    protected SourceBuilder(String platform, SourceDescription.Origin origin) {
        this.platform = Objects.requireNonNull(platform, "platform");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.defaultName = origin == SourceDescription.Origin.LIVE ? platform : platform + "-export";
        this.name = defaultName;
    }

    /** {@return this} */
    protected abstract B self();

    /**
     * Sets the name in events and logs. Default: the platform's, for example {@code okta}; for an export
     * {@code stormpath-export}.
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
     * Chosen once, for ever: another prefix makes other people of them. An export has the prefix that its live platform
     * had. Default: none, the user id is the platform's id.
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
     * What the source is, checked.
     *
     * @return the description
     * @throws IllegalArgumentException if name or prefix break a rule; the message names setting, rule and fix
     */
    protected final SourceDescription description() {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank: leave it out for \"" + defaultName + "\"");
        }
        SourceDescription plain = origin == SourceDescription.Origin.LIVE
                ? SourceDescription.live(name, platform)
                : SourceDescription.export(name, platform);
        return userIdPrefix == null ? plain : plain.withUserIdPrefix(userIdPrefix);
    }

    /** {@return what a person may type} */
    protected final IdentifierPolicy identifierPolicy() {
        return identifiers;
    }

    /** {@return the host's own mapping} */
    protected final ProfileMapper mapper() {
        return profileMapper;
    }
}
