package io.github.auth0migration.simulators.gigya;

import io.github.auth0migration.simulators.internal.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code accounts.getAccountInfo} and {@code accounts.identifiers.find}. */
final class AccountEndpoint {

    private final Directory directory;
    private final AccountJson json;
    private final RegTokens regTokens;
    private volatile GigyaPasswordView passwords = GigyaPasswordView.CREATED_ONLY;
    private volatile boolean findAvailable = true;

    AccountEndpoint(Directory directory, AccountJson json, RegTokens regTokens) {
        this.directory = directory;
        this.json = json;
        this.regTokens = regTokens;
    }

    void showPasswords(GigyaPasswordView view) {
        this.passwords = view;
    }

    void findAvailable(boolean available) {
        this.findAvailable = available;
    }

    GigyaAnswer info(QueryParameters form) {
        if (form.get("UID").isEmpty() && form.get("regToken").isEmpty()) {
            return GigyaAnswer.missing("UID");
        }
        Optional<Include> include = Include.parse(form, "profile", "data");
        if (include.isEmpty()) {
            return GigyaAnswer.invalid("include");
        }
        Optional<String> uid =
                form.get("UID").isEmpty() ? regTokens.uid(form.get("regToken")) : Optional.of(form.get("UID"));
        return uid.map(known -> info(known, include.get())).orElseGet(() -> GigyaAnswer.invalid("regToken"));
    }

    GigyaAnswer find(QueryParameters form) {
        if (!findAvailable) {
            return GigyaAnswer.error(400_096);
        }
        String id = form.get("id");
        if (id.isEmpty() || !form.has("identifierSchema")) {
            return GigyaAnswer.missing("identifierSchema, id");
        }
        return switch (form.get("identifierSchema")) {
            case "gigya.com/identifiers/email" -> found(directory.byLoginId(id).filter(person -> has(person, id)));
            case "gigya.com/identifiers/username" ->
                found(directory
                        .byLoginId(id)
                        .filter(person -> id.equalsIgnoreCase(person.loginIds().username())));
            case "gigya.com/identifiers/UID" -> found(directory.byUid(id));
            case "gigya.com/identifiers/phone" -> found(Optional.empty());
            default -> GigyaAnswer.invalid("identifierSchema");
        };
    }

    private GigyaAnswer info(String uid, Include include) {
        return directory
                .byUid(uid)
                .map(person -> GigyaAnswer.ok(account(person, include)))
                .orElseGet(() -> GigyaAnswer.error(403_005, "Unauthorized user"));
    }

    private Map<String, Object> account(GigyaPerson person, Include include) {
        List<String> names = new ArrayList<>(AccountJson.STATE);
        names.addAll(include.members());
        Map<String, Object> account = json.members(person, names);
        if (include.has("password")) {
            PasswordJson.of(person, passwords).ifPresent(password -> account.put("password", password));
        }
        return account;
    }

    private static boolean has(GigyaPerson person, String email) {
        return person.loginIds().allEmails().anyMatch(email::equalsIgnoreCase);
    }

    private static GigyaAnswer found(Optional<GigyaPerson> person) {
        return person.map(one -> GigyaAnswer.ok(Map.of("UID", one.uid()))).orElseGet(() -> GigyaAnswer.error(404_003));
    }
}
