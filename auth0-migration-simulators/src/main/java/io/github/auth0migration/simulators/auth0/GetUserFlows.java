package io.github.auth0migration.simulators.auth0;

import io.github.auth0migration.simulators.auth0.ConnectionUser.State;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The flows that ask the Get User script about an address that the connection does not know: sign-up, password reset,
 * change of e-mail.
 *
 * @see <a href="https://auth0.com/docs/authenticate/database-connections/custom-db/templates/get-user">Get User</a>
 */
final class GetUserFlows {

    /** Who may set a password: a user of the connection, or somebody whom the script has found. */
    private sealed interface Ticket {
        record Known(String userId) implements Ticket {}

        record Found(ScriptResult.Profile profile) implements Ticket {}
    }

    private final UserTable users;
    private final ImportScripts scripts;
    private final TenantLog log;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    GetUserFlows(UserTable users, ImportScripts scripts, TenantLog log) {
        this.users = users;
        this.scripts = scripts;
        this.log = log;
    }

    SignUpResult signUp(String email, String password) {
        if (users.knownAs(email).isPresent()) {
            return userExists();
        }
        ScriptResult result = scripts.getUser(email);
        if (result instanceof ScriptResult.Profile) {
            return userExists();
        }
        if (!(result instanceof ScriptResult.Nothing)) {
            return new SignUpResult.Failed(log.addFailure("fs", result));
        }
        String userId = "auth0|" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        Map<String, Object> profile = Map.of("email", email, "email_verified", false);
        if (users.add(userId, profile, password, State.FULL) instanceof UserTable.Added.Created created) {
            log.add("ss", userId, "");
            return new SignUpResult.SignedUp(created.user());
        }
        return userExists();
    }

    private SignUpResult userExists() {
        log.add("fs", "", "user_exists");
        return new SignUpResult.UserExists();
    }

    ResetResult startReset(String email) {
        Ticket ticket = users.knownAs(email)
                .<Ticket>map(user -> new Ticket.Known(user.userId()))
                .orElse(null);
        if (ticket == null) {
            ScriptResult result = scripts.getUser(email);
            if (result instanceof ScriptResult.Nothing) {
                return new ResetResult.NobodyKnown();
            }
            if (!(result instanceof ScriptResult.Profile profile)
                    || profile.userId().isEmpty()) {
                return new ResetResult.Failed(log.addFailure("fcpr", result));
            }
            ticket = new Ticket.Found(profile);
        }
        String name = UUID.randomUUID().toString();
        tickets.put(name, ticket);
        log.add("scpr", "", "");
        return new ResetResult.MailSent(name);
    }

    ConnectionUser completeReset(String name, String newPassword) {
        Ticket ticket = tickets.remove(name);
        if (ticket == null) {
            throw new IllegalArgumentException("ticket must come from startReset, and be used once");
        }
        ConnectionUser user = ticket instanceof Ticket.Found found
                ? half(found.profile(), newPassword)
                : setPassword(((Ticket.Known) ticket).userId(), newPassword);
        log.add("scp", user.userId(), "");
        return user;
    }

    private ConnectionUser half(ScriptResult.Profile profile, String newPassword) {
        UserTable.Added added = users.add("auth0|" + profile.userId(), profile.profile(), newPassword, State.HALF);
        return added instanceof UserTable.Added.Existing existing
                ? setPassword(existing.user().userId(), newPassword)
                : ((UserTable.Added.Created) added).user();
    }

    private ConnectionUser setPassword(String userId, String newPassword) {
        return users.change(userId, user -> user.withPassword(newPassword));
    }

    ChangeEmailResult changeEmail(String userId, String newEmail) {
        users.change(userId, user -> user);
        if (users.knownAs(newEmail).isPresent()) {
            return taken(userId);
        }
        ScriptResult result = scripts.getUser(newEmail);
        // Inferred: whoever is found, it is not asked whether it is the same person.
        if (result instanceof ScriptResult.Profile) {
            return taken(userId);
        }
        if (!(result instanceof ScriptResult.Nothing)) {
            return new ChangeEmailResult.Failed(log.addFailure("fce", result));
        }
        return users.changeEmail(userId, newEmail).map(this::changed).orElseGet(() -> taken(userId));
    }

    private ChangeEmailResult changed(ConnectionUser user) {
        log.add("sce", user.userId(), "");
        return new ChangeEmailResult.Changed(user);
    }

    private ChangeEmailResult taken(String userId) {
        log.add("fce", userId, "The address is taken");
        return new ChangeEmailResult.AddressTaken();
    }
}
