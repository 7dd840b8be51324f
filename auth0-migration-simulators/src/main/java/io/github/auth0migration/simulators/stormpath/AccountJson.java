package io.github.auth0migration.simulators.stormpath;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account as each dialect shows it. */
final class AccountJson {

    private static final List<String> STORMPATH_LINKS = List.of(
            "providerData",
            "applications",
            "apiKeys",
            "accessTokens",
            "refreshTokens",
            "linkedAccounts",
            "accountLinks",
            "phones",
            "factors");
    private static final List<String> COMPATIBLE_LINKS = List.of(
            "providerData",
            "passwordChanges",
            "applications",
            "apiKeys",
            "organizations",
            "linkedAccounts",
            "accountLinks",
            "factors");

    private final StormpathDialect dialect;
    private final Resources resources;
    private final TenantInfo tenant;
    private final LoginAttempts attempts;

    AccountJson(StormpathDialect dialect, Resources resources, TenantInfo tenant, LoginAttempts attempts) {
        this.dialect = dialect;
        this.resources = resources;
        this.tenant = tenant;
        this.attempts = attempts;
    }

    Map<String, @Nullable Object> of(StormpathPerson person, Expansions expand) {
        Map<String, @Nullable Object> account = new LinkedHashMap<>();
        account.put("href", resources.href(Resources.accountPath(person)));
        account.put("username", person.username());
        account.put("email", person.email());
        account.put("givenName", name(person.givenName()));
        account.put("middleName", name(person.middleName()));
        account.put("surname", name(person.surname()));
        account.put("fullName", person.fullName());
        account.put("status", person.status());
        account.put("createdAt", person.attribute("createdAt"));
        account.put("modifiedAt", person.attribute("modifiedAt"));
        account.put("emailVerificationToken", verification(person));
        if (dialect.isCompatible()) {
            addOwnOfCompatible(account, person);
        } else {
            addOwnOfStormpath(account, person);
        }
        addLinks(account, person);
        addExpanded(account, person, expand);
        return account;
    }

    private @Nullable String name(@Nullable String name) {
        return name == null && dialect.isCompatible() ? "" : name;
    }

    private @Nullable Object verification(StormpathPerson person) {
        return person.status().equals("UNVERIFIED")
                ? resources.link("/accounts/emailVerificationTokens/" + token(person))
                : null;
    }

    private String token(StormpathPerson person) {
        return StormpathIds.named(dialect, "verification " + person.id());
    }

    private static void addOwnOfStormpath(Map<String, @Nullable Object> account, StormpathPerson person) {
        if (person.emailVerificationStatus() != null) {
            account.put("emailVerificationStatus", person.emailVerificationStatus());
        }
        account.put("passwordModifiedAt", StormpathPerson.time(person.passwordModifiedAt()));
    }

    private void addOwnOfCompatible(Map<String, @Nullable Object> account, StormpathPerson person) {
        LoginAttempts.Tries tries = attempts.of(person.id());
        account.put("id", person.id());
        account.put("tenantId", tenant.id());
        account.put("directoryId", tenant.directories().id(person.directory()));
        account.put("failedLoginAttempts", tries.failed());
        account.put("lastLoginAttempt", StormpathPerson.time(tries.last()));
        account.put("passwordAuthenticationAllowed", true);
        account.put("emailVerificationTokenId", person.status().equals("UNVERIFIED") ? token(person) : null);
        if (isLater(tries.last(), person.modifiedAt())) {
            account.put("modifiedAt", StormpathPerson.time(tries.last()));
        }
    }

    /** Every login attempt is a modification. */
    private static boolean isLater(@Nullable Instant attempt, @Nullable Instant modified) {
        return attempt != null && modified != null && attempt.isAfter(modified);
    }

    private void addLinks(Map<String, @Nullable Object> account, StormpathPerson person) {
        account.put("tenant", resources.link(resources.tenantPath()));
        account.put("directory", resources.link(resources.directoryPath(person.directory())));
        String path = Resources.accountPath(person);
        List.of("customData", "groups", "groupMemberships")
                .forEach(part -> account.put(part, resources.link(path + "/" + part)));
        (dialect.isCompatible() ? COMPATIBLE_LINKS : STORMPATH_LINKS)
                .forEach(part -> account.put(part, resources.link(path + "/" + part)));
    }

    private void addExpanded(Map<String, @Nullable Object> account, StormpathPerson person, Expansions expand) {
        if (expand.has("customData")) {
            account.put("customData", resources.customData(person));
        }
        if (expand.has("tenant")) {
            account.put("tenant", resources.tenant());
        }
        if (expand.has("directory")) {
            account.put("directory", resources.directory(person.directory()));
        }
        expand.range("groups").ifPresent(range -> account.put("groups", resources.groups(person, range)));
        expand.range("groupMemberships")
                .ifPresent(range -> account.put("groupMemberships", resources.memberships(person, range)));
    }
}
