package io.github.auth0migration.simulators.auth0;

import io.github.auth0migration.simulators.auth0.ConnectionUser.State;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in: the connection's own user decides alone; who is none is asked of the Login script.
 *
 * @see <a
 *     href="https://auth0.com/docs/manage-users/user-migration/configure-automatic-migration-from-your-database">automatic
 *     migration</a>
 */
final class SignInFlow {

    private final UserTable users;
    private final ImportScripts scripts;
    private final TenantLog log;

    SignInFlow(UserTable users, ImportScripts scripts, TenantLog log) {
        this.users = users;
        this.scripts = scripts;
        this.log = log;
    }

    SignInResult signIn(String identifier, String password) {
        return users.knownAs(identifier)
                .map(user -> byOwnPassword(user, password))
                .orElseGet(() -> byScript(scripts.login(identifier, password), password));
    }

    private SignInResult byOwnPassword(ConnectionUser user, String password) {
        if (!user.hasPassword(password)) {
            return new SignInResult.Denied(log.add("fp", user.userId(), "Wrong email or password."));
        }
        return signedIn(users.change(user.userId(), ConnectionUser::full), user.state() == State.HALF);
    }

    private SignInResult byScript(ScriptResult result, String password) {
        if (result instanceof ScriptResult.Profile profile) {
            return migrate(profile, password);
        }
        if (result instanceof ScriptResult.ScriptError error && error.name().equals("WrongUsernameOrPasswordError")) {
            return wrongCredentials(error);
        }
        // Of Login's callback(null, null) no document tells more than that it ends a migration: inferred.
        String type = result instanceof ScriptResult.Nothing ? "fu" : "f";
        return new SignInResult.Denied(log.addFailure(type, result));
    }

    // https://auth0.com/docs/authenticate/database-connections/custom-db/error-handling
    private SignInResult wrongCredentials(ScriptResult.ScriptError error) {
        Object first = error.arguments().isEmpty() ? null : error.arguments().get(0);
        return new SignInResult.Denied(
                isTruthy(first)
                        ? log.add("fp", "auth0|" + first, error.message())
                        : log.add("fu", "", error.message()));
    }

    private static boolean isTruthy(@Nullable Object value) {
        return value != null && !value.equals("") && !value.equals(false) && !value.equals(0);
    }

    private SignInResult migrate(ScriptResult.Profile profile, String password) {
        if (profile.userId().isEmpty()) {
            return new SignInResult.Denied(log.add("f", "", "The profile has no user_id"));
        }
        String userId = "auth0|" + profile.userId();
        UserTable.Added added = users.add(userId, profile.profile(), password, State.FULL);
        if (added instanceof UserTable.Added.Created created) {
            return signedIn(created.user(), true);
        }
        return metSomebody(((UserTable.Added.Existing) added).user(), userId, password);
    }

    // Inferred: of two first sign-ins at once the later one finds the user of the earlier one, and goes on with it.
    private SignInResult metSomebody(ConnectionUser existing, String userId, String password) {
        return existing.userId().equals(userId) && existing.hasPassword(password)
                ? signedIn(existing, false)
                : new SignInResult.Denied(log.add("f", "", "DUPLICATED_USER"));
    }

    private SignInResult signedIn(ConnectionUser user, boolean migrated) {
        log.add("s", user.userId(), "");
        return new SignInResult.SignedIn(user, migrated);
    }
}
