package io.github.auth0migration.trickle;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.spi.ScriptBoundary;
import io.github.auth0migration.trickle.UserStore.AuthenticateResult;
import io.github.auth0migration.trickle.UserStore.CreateResult;
import io.github.auth0migration.trickle.UserStore.FindResult;
import io.github.auth0migration.trickle.UserStore.SetPasswordResult;
import io.github.auth0migration.trickle.UserStore.Unavailable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host's store, with whatever it throws or forgets to return made an answer. */
final class Target {

    private final UserStore users;

    Target(UserStore users) {
        this.users = users;
    }

    FindResult find(Identifier identifier, Deadline deadline) {
        return safely(() -> users.find(UserKey.of(identifier), deadline), Unavailable::new);
    }

    FindResult find(String userId, Deadline deadline) {
        return safely(() -> users.find(UserKey.ofUserId(userId), deadline), Unavailable::new);
    }

    AuthenticateResult authenticate(String userId, String password, Deadline deadline) {
        return safely(() -> users.authenticate(userId, password, deadline), Unavailable::new);
    }

    CreateResult create(NewUser user, Deadline deadline) {
        return safely(() -> users.create(user, deadline), Unavailable::new);
    }

    SetPasswordResult setPassword(String userId, String password, Deadline deadline) {
        return safely(() -> users.setPassword(userId, password, deadline), Unavailable::new);
    }

    private static <T> T safely(Supplier<@Nullable T> call, Function<Failure, T> unavailable) {
        try {
            T result = call.get();
            return result != null
                    ? result
                    : unavailable.apply(Failure.of(Failure.Kind.INTERNAL, "The UserStore returned null."));
        } catch (Exception e) { // checked ones too: code in Kotlin, Groovy or Scala declares none
            return unavailable.apply(ScriptBoundary.bug(e, "UserStore"));
        }
    }
}
