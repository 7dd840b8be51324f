package io.github.auth0migration;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Something that was let pass, or left out, so that a person could be migrated. Operators should see it; the login
 * profile carries it in {@code app_metadata.migration.caveats}.
 *
 * @param kind what was let pass or left out
 * @param subject of which field or factor, in the target's names; empty when there is only one such thing
 * @since 0.1.0
 */
public record Caveat(Kind kind, String subject) {

    /** What was let pass or left out. More kinds may be added in any release. */
    public enum Kind {
        /** The platform asked for a second factor, which does not move along. */
        SECOND_FACTOR_NOT_MIGRATED,
        /** The platform asked to enrol a second factor, which never happened. */
        SECOND_FACTOR_ENROLLMENT_SKIPPED,
        /** The password was right but expired. */
        PASSWORD_EXPIRED,
        /** The platform's registration was never finished. */
        REGISTRATION_INCOMPLETE,
        /** The platform wanted the address verified first. */
        EMAIL_UNVERIFIED,
        /** The password lives in a directory (Active Directory, LDAP) behind the platform, and goes on to live there. */
        PASSWORD_FROM_DIRECTORY,
        /** The address was taken from a login that looks like one. */
        EMAIL_FROM_LOGIN,
        /** A field breaks a rule of Auth0 and was left out. */
        FIELD_DROPPED,
        /** A field was longer than Auth0 allows and was cut. */
        FIELD_SHORTENED
    }

    /**
     * Checks the components.
     *
     * @param kind what was let pass or left out
     * @param subject of which field or factor
     */
    public Caveat {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
    }

    /**
     * A caveat without a subject.
     *
     * @param kind what was let pass
     * @return the caveat
     */
    public static Caveat of(Kind kind) {
        return new Caveat(kind, "");
    }

    /** {@return the caveat as one word for metadata and logs, for example {@code field_dropped:nickname}} */
    public String code() {
        String code = kind.name().toLowerCase(Locale.ROOT);
        return subject.isEmpty() ? code : code + ":" + subject;
    }

    static Set<Caveat> union(Set<Caveat> some, Set<Caveat> others) {
        Set<Caveat> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return Collections.unmodifiableSet(all);
    }
}
