package io.github.auth0migration.okta;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.spi.AddressWord;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.OwnedIdentifiers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Okta's user object, as far as decisions need it. Strings stay strings: Okta adds values without notice.
 *
 * @param id Okta's immutable id
 * @param status the account's status
 * @param transitioningTo the status that it is about to have
 * @param provider who keeps the password, in capitals
 * @param login the login, unique in the organization
 * @param email the e-mail address, not unique
 * @param calledUnverified whether Okta itself calls the address anything but verified; undocumented, so it can only
 *     lower our trust
 * @param json the whole object
 * @see <a href="https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/">Users API</a>
 */
record OktaUser(
        String id,
        String status,
        String transitioningTo,
        String provider,
        String login,
        @Nullable String email,
        boolean calledUnverified,
        JsonObject json) {

    static OktaUser of(JsonObject json) throws CallFailedException {
        JsonObject profile = json.object("profile");
        JsonObject credentials = json.object("credentials");
        String email = profile.string("email").orElse(null);
        return new OktaUser(
                idOf(json),
                json.requiredString("status"),
                json.string("transitioningToStatus").orElse(""),
                credentials.object("provider").requiredString("type").toUpperCase(Locale.ROOT),
                profile.requiredString("login"),
                email,
                isCalledUnverified(credentials, email),
                json);
    }

    private static String idOf(JsonObject json) throws CallFailedException {
        String id = json.requiredString("id");
        if (!OktaSettings.isOktaId(id)) {
            throw CallFailedException.maybeSent(
                    Failure.of(Failure.Kind.MALFORMED_RESPONSE, "Okta shows a person without an id that can be one."));
        }
        return id;
    }

    private static boolean isCalledUnverified(JsonObject credentials, @Nullable String email)
            throws CallFailedException {
        for (JsonObject address : credentials.objects("emails")) {
            if (email != null
                    && address.string("value")
                            .filter(Identifier.of(email)::matches)
                            .isPresent()
                    && !address.string("status").orElse("").equals("VERIFIED")) {
                return true;
            }
        }
        return false;
    }

    /** Okta has no documented word for a verified address; nobody verified anything before the account was used. */
    AddressWord address() {
        return calledUnverified || status.equals("PROVISIONED") ? AddressWord.UNVERIFIED : AddressWord.UNKNOWN;
    }

    OwnedIdentifiers owned() {
        return new OwnedIdentifiers(email, List.of(login));
    }

    /** Why this account may not come over, whatever its password; empty if nothing is in the way. */
    Optional<Reason> obstacle() {
        if (transitioningTo.equals("DEPROVISIONED")) {
            return Optional.of(Reason.DISABLED);
        }
        return Optional.ofNullable(
                switch (status) {
                    case "ACTIVE", "PASSWORD_EXPIRED", "RECOVERY", "LOCKED_OUT", "PROVISIONED" -> providerObstacle();
                    case "STAGED" -> Reason.NOT_ACTIVATED;
                    case "SUSPENDED", "DEPROVISIONED" -> Reason.DISABLED;
                    default -> Reason.POLICY_DENIED;
                });
    }

    private @Nullable Reason providerObstacle() {
        return switch (provider) {
            case "OKTA", "IMPORT", "ACTIVE_DIRECTORY", "LDAP" -> null;
            case "FEDERATION", "SOCIAL" -> Reason.NO_PASSWORD;
            default -> Reason.POLICY_DENIED;
        };
    }

    boolean hasPasswordInDirectory() {
        return provider.equals("ACTIVE_DIRECTORY") || provider.equals("LDAP");
    }

    @Override
    public String toString() {
        return "OktaUser[" + id + ", " + status + "]";
    }
}
