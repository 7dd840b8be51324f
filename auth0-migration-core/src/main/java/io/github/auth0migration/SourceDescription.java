package io.github.auth0migration;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source is.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class SourceDescription {

    /** Whether a source asks the platform itself. */
    public enum Origin {
        /** The running platform. */
        LIVE,
        /** What the platform left behind: an export. */
        EXPORT
    }

    private final String name;
    private final String platform;
    private final Origin origin;
    private final @Nullable String userIdPrefix;
    private final boolean several;

    private SourceDescription(
            String name, String platform, Origin origin, @Nullable String userIdPrefix, boolean several) {
        this.name = Objects.requireNonNull(name, "name");
        this.platform = Objects.requireNonNull(platform, "platform");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.userIdPrefix = userIdPrefix;
        this.several = several;
    }

    /**
     * A live source without a prefix.
     *
     * @param name its name in events and logs
     * @param platform the platform, for example {@code okta}
     * @return the description
     */
    public static SourceDescription live(String name, String platform) {
        return new SourceDescription(name, platform, Origin.LIVE, null, false);
    }

    /**
     * A source that reads an export, without a prefix.
     *
     * @param name its name in events and logs
     * @param platform the platform that was exported
     * @return the description
     */
    public static SourceDescription export(String name, String platform) {
        return new SourceDescription(name, platform, Origin.EXPORT, null, false);
    }

    /**
     * Several sources that answer as one. Names other than user ids may mean different people in each of them.
     *
     * @param name their name in events and logs
     * @return the description, live and without a prefix of its own
     * @see Sources#firstOwner
     */
    public static SourceDescription several(String name) {
        return new SourceDescription(name, name, Origin.LIVE, null, true);
    }

    /**
     * A copy whose user ids all begin with a prefix and a {@code |}.
     *
     * @param prefix the prefix, without the {@code |}: 1 to 32 characters of A–Z, a–z, 0–9, {@code -} and {@code _}; not
     *     {@code auth0}
     * @return the copy
     * @throws IllegalArgumentException if {@code prefix} has another form
     */
    public SourceDescription withUserIdPrefix(String prefix) {
        if (!prefix.matches("[A-Za-z0-9_-]{1,32}") || prefix.equals("auth0")) {
            throw new IllegalArgumentException("userIdPrefix must be 1 to 32 characters of A-Z, a-z, 0-9, - and _,"
                    + " and not auth0, but is \"" + prefix + "\": the | after it is added");
        }
        return new SourceDescription(name, platform, origin, prefix, several);
    }

    /** {@return the name in events and logs} */
    public String name() {
        return name;
    }

    /** {@return the platform, in lower case} */
    public String platform() {
        return platform;
    }

    /** {@return whether it asks the platform itself} */
    public Origin origin() {
        return origin;
    }

    /** {@return whether it is several sources that answer as one, so that one username may be two people} */
    public boolean isSeveral() {
        return several;
    }

    /** {@return the prefix of all its user ids, without the {@code |}} */
    public Optional<String> userIdPrefix() {
        return Optional.ofNullable(userIdPrefix);
    }

    /**
     * The user id of an account: the prefix, a {@code |} and the platform's id, or the platform's id alone.
     *
     * @param platformId the platform's own immutable id
     * @return the user id
     */
    public String userId(String platformId) {
        return userIdPrefix == null ? platformId : userIdPrefix + "|" + platformId;
    }

    /**
     * The account behind a user id.
     *
     * @param userId a user id, of this source or not
     * @return the platform's own id; empty if this source gives nobody such a user id
     */
    public Optional<String> platformId(String userId) {
        String start = userId("");
        return userId.startsWith(start) && userId.length() > start.length()
                ? Optional.of(userId.substring(start.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name + " (" + platform + ", " + origin + ")";
    }
}
