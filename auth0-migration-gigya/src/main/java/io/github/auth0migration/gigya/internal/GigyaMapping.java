package io.github.auth0migration.gigya.internal;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.JsonObject;
import io.github.auth0migration.spi.ProfileMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From Gigya's account to the user to migrate. Profile fields without a place in Auth0's profile go to
 * {@code user_metadata} under their own names, the customer's schema under {@code data}.
 *
 * @param description what makes user ids
 * @param mapping ends with the host's mapper
 * @param emailVerification whether addresses count as verified
 */
public record GigyaMapping(
        SourceDescription description, ProfileMapping mapping, EmailVerificationPolicy emailVerification) {

    /** The platform's name in descriptions and user metadata. */
    public static final String PLATFORM = "gigya";

    private static final Set<String> MAPPED = Set.of("email", "firstName", "lastName", "nickname", "photoURL");

    /** What the host's mapper sees: what all answers have alike, and neither session nor registration token. */
    private static final List<String> RAW = List.of(
            "UID",
            "created",
            "registered",
            "isActive",
            "isRegistered",
            "isVerified",
            "loginIDs",
            "emails",
            "profile",
            "data");

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

    /** The user. */
    public MigratedUser map(GigyaAccount account) throws CallFailedException {
        return map(account, account.address().isVerified(emailVerification));
    }

    /** The user with an address that just turned out to be unverified, whatever the account says of it. */
    public MigratedUser mapUnverified(GigyaAccount account) throws CallFailedException {
        return map(account, false);
    }

    private MigratedUser map(GigyaAccount account, boolean verified) throws CallFailedException {
        JsonObject profile = account.json().object("profile");
        String givenName = text(profile, "firstName");
        String familyName = text(profile, "lastName");
        MigratedUser.Builder user = MigratedUser.builder(
                        description.userId(account.uid()), new SourceAccount(PLATFORM, account.uid(), null))
                .email(account.email(), verified)
                .username(account.username()
                        .filter(name -> !Identifier.of(name).isEmail())
                        .orElse(null))
                .givenName(givenName)
                .familyName(familyName)
                .name(ProfileMapping.fullName(givenName, familyName))
                .nickname(text(profile, "nickname"))
                .picture(profile.string("photoURL").orElse(null))
                .phoneNumber(phone(profile), false)
                .userMetadata(metadata(account.json()));
        return mapping.map(raw(account.json()), user::build);
    }

    private static @Nullable String text(JsonObject profile, String name) throws CallFailedException {
        return HtmlEntities.decode(profile.string(name).orElse(null));
    }

    private static @Nullable String phone(JsonObject profile) throws CallFailedException {
        for (JsonObject phone : profile.objectOrObjects("phones")) {
            String number = phone.string("number").orElse("");
            if (E164.matcher(number).matches()) {
                return number;
            }
        }
        return null;
    }

    private static Map<String, @Nullable Object> metadata(JsonObject account) throws CallFailedException {
        Map<String, @Nullable Object> metadata =
                new LinkedHashMap<>(account.object("profile").asMap());
        metadata.keySet().removeAll(MAPPED);
        Map<String, @Nullable Object> data = account.object("data").asMap();
        if (!data.isEmpty()) {
            metadata.put("data", data);
        }
        return metadata;
    }

    private static Map<String, @Nullable Object> raw(JsonObject account) {
        Map<String, @Nullable Object> raw = new LinkedHashMap<>(account.asMap());
        raw.keySet().retainAll(RAW);
        return Collections.unmodifiableMap(raw);
    }
}
