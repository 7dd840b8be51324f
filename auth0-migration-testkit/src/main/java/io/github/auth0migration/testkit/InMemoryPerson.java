package io.github.auth0migration.testkit;

import io.github.auth0migration.ExportedPassword;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.spi.OwnedIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody whom the in-memory platform knows. */
final class InMemoryPerson {

    /** What is wrong with the password alone does not hinder a look-up. */
    private static final Set<Reason> FOUND_ALL_THE_SAME = Set.of(
            Reason.LOCKED_OUT, Reason.PASSWORD_EXPIRED, Reason.PASSWORD_RESET_REQUIRED, Reason.BREACHED_PASSWORD);

    private final MigratedUser user;
    // null where the platform checks no password
    private final @Nullable String password;
    private final @Nullable Reason refusal;
    private final List<String> logins;

    private InMemoryPerson(
            MigratedUser user, @Nullable String password, @Nullable Reason refusal, List<String> logins) {
        this.user = user;
        this.password = password;
        this.refusal = refusal;
        this.logins = logins;
    }

    static InMemoryPerson active(MigratedUser user, String password) {
        return new InMemoryPerson(user, password, null, List.of());
    }

    static InMemoryPerson refused(MigratedUser user, String password, Reason reason) {
        return new InMemoryPerson(user, password, reason, List.of());
    }

    static InMemoryPerson refusedUnproved(MigratedUser user, Reason reason) {
        return new InMemoryPerson(user, null, reason, List.of());
    }

    InMemoryPerson withLogin(String login) {
        List<String> more = new ArrayList<>(logins);
        more.add(login);
        return new InMemoryPerson(user, password, refusal, List.copyOf(more));
    }

    MigratedUser user() {
        return user;
    }

    boolean hasEmail(String email) {
        return user.email().filter(Identifier.of(email)::matches).isPresent();
    }

    OwnedIdentifiers owned() {
        List<String> all = new ArrayList<>(logins);
        user.username().ifPresent(all::add);
        return new OwnedIdentifiers(user.email().orElse(null), all);
    }

    LoginOutcome login(String typed) {
        if (password == null && refusal != null) {
            return new LoginOutcome.Refused(Refusal.unproved(refusal));
        }
        if (!typed.equals(password)) {
            return new LoginOutcome.Rejected(LoginOutcome.Cause.WRONG_PASSWORD, user.userId());
        }
        return refusal == null
                ? LoginOutcome.Authenticated.of(user)
                : new LoginOutcome.Refused(Refusal.proved(refusal));
    }

    LookupOutcome lookup() {
        return refusal == null || FOUND_ALL_THE_SAME.contains(refusal)
                ? new LookupOutcome.Found(user)
                : LookupOutcome.Refused.of(refusal);
    }

    SourceUser listed(ListingCursor page) {
        return refusal == null || FOUND_ALL_THE_SAME.contains(refusal)
                ? new SourceUser.Migratable(user, ExportedPassword.none(), page)
                : new SourceUser.Refused(user, refusal, page);
    }

    @Override
    public String toString() {
        return user.toString();
    }
}
