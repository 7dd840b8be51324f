package io.github.auth0migration.stormpath;

import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.stormpath.internal.Href;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one of an application's account stores in which a login is tried. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class AccountStore {

    private static final Pattern HREF = Pattern.compile(".*/(directories|groups|organizations)/(" + Href.ID + ")");

    private final String member;
    private final String value;

    private AccountStore(String member, String value) {
        this.member = member;
        this.value = value;
    }

    /**
     * A store by its address.
     *
     * <p>With a directory, accounts of other directories do not count at all, neither at a login nor at a look-up or in a
     * listing. A group or organization narrows the login only: people elsewhere in the application still count at a
     * look-up, so two with one address stay {@code AMBIGUOUS}.
     *
     * <p>It must be one of the application's account stores, as its {@code accountStoreMappings} list them: before that was
     * seen, every answer is {@code Unavailable} with {@code CONFIGURATION}.
     *
     * @param href the store's address, below the source's {@code baseUrl}
     * @return the store
     */
    public static AccountStore href(URI href) {
        return new AccountStore("href", Objects.requireNonNull(href, "href").toString());
    }

    /**
     * An organization by its name key. It narrows the login only, as {@link #href} says of organizations: an account does
     * not tell its organizations. Whether the application has such a store cannot be checked beforehand: the list of its
     * stores has no name keys.
     *
     * @param nameKey the organization's name key
     * @return the store
     */
    public static AccountStore nameKey(String nameKey) {
        return new AccountStore("nameKey", Objects.requireNonNull(nameKey, "nameKey"));
    }

    void check(BaseUrl baseUrl) {
        if (member.equals("nameKey")) {
            if (!value.matches("[A-Za-z0-9-]{1,255}")) {
                throw new IllegalArgumentException("accountStore must have a name key of letters, digits and hyphens:"
                        + " copy it from the organization");
            }
            return;
        }
        Matcher href = HREF.matcher(value);
        if (!href.matches()
                || !baseUrl.resolve(List.of(href.group(1), href.group(2)), Map.of())
                        .toString()
                        .equals(value)) {
            throw new IllegalArgumentException("accountStore must be a directory, group or organization below baseUrl: "
                    + "write it as " + baseUrl.resolve(List.of("directories", "id"), Map.of()));
        }
    }

    /** The member of a login attempt. */
    Map<String, String> json() {
        return Map.of(member, value);
    }

    /** The directory's id, if it is one. */
    Optional<String> directoryId() {
        return member.equals("href") ? Href.id("directories", value) : Optional.empty();
    }

    /** Its kind and id; empty if only its name key is known. */
    Optional<String> resource() {
        return member.equals("href") ? Href.resource(value) : Optional.empty();
    }

    @Override
    public String toString() {
        return "AccountStore[" + member + "]";
    }
}
