package io.github.auth0migration.okta;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.ProfileMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From Okta's profile to the user to migrate. Attributes without a place in Auth0's profile go to {@code user_metadata}
 * under their own names, for Okta lets users write many of them.
 */
final class OktaProfile {

    private static final Set<String> MAPPED =
            Set.of("login", "email", "firstName", "lastName", "displayName", "nickName");

    private final OktaSettings settings;
    private final ProfileMapping mapping;

    OktaProfile(OktaSettings settings) {
        this.settings = settings;
        this.mapping = new ProfileMapping(settings.live());
    }

    ProfileMapping mapping() {
        return mapping;
    }

    /** The user behind Okta's full user object. */
    MigratedUser map(OktaUser account) throws CallFailedException {
        JsonObject profile = account.json().object("profile");
        MigratedUser.Builder user = common(account.id(), account.status(), account.login(), profile)
                .email(account.email(), account.address().isVerified(settings.emailVerification()))
                .userMetadata(unmapped(profile));
        return mapping.map(account.json().asMap(), user::build);
    }

    /** The user behind what the Authentication API tells, which is a login but no e-mail. */
    MigratedUser mapLoginOnly(JsonObject account) throws CallFailedException {
        JsonObject profile = account.object("profile");
        String login = profile.requiredString("login");
        MigratedUser.Builder user = common(account.requiredString("id"), null, login, profile);
        if (Identifier.of(login).isEmail()) {
            user.email(login, false).caveat(Caveat.of(Caveat.Kind.EMAIL_FROM_LOGIN));
        }
        return mapping.map(account.asMap(), user::build);
    }

    private MigratedUser.Builder common(String id, @Nullable String status, String login, JsonObject profile)
            throws CallFailedException {
        String givenName = profile.string("firstName").orElse(null);
        String familyName = profile.string("lastName").orElse(null);
        Optional<String> displayName = profile.string("displayName").filter(name -> !name.isBlank());
        return MigratedUser.builder(
                        settings.description().userId(id), new SourceAccount(OktaSettings.PLATFORM, id, status))
                .username(Identifier.of(login).isEmail() ? null : login)
                .givenName(givenName)
                .familyName(familyName)
                .name(displayName.orElse(ProfileMapping.fullName(givenName, familyName)))
                .nickname(profile.string("nickName").orElse(null));
    }

    private static Map<String, @Nullable Object> unmapped(JsonObject profile) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(profile.asMap());
        rest.keySet().removeAll(MAPPED);
        return rest;
    }
}
