package io.github.auth0migration.testkit;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LoginScript;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.Sources;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The mistakes of naive scripts, each put into a source that is right otherwise. */
final class Broken {

    private Broken() {}

    /** Whoever is known gets in: any 200 is taken for a proved password. */
    static MigrationSource takesAnyAnswerForSuccess(MigrationSource right) {
        return withLogin(
                right,
                request -> lookup(right, request)
                        .<LoginOutcome>fold(
                                found -> LoginOutcome.Authenticated.of(found.user()),
                                nobody -> right.login(request),
                                refused -> right.login(request),
                                unavailable -> right.login(request)));
    }

    /** Everything but a yes is a no. */
    static MigrationSource callsAnOutageANo(MigrationSource right) {
        return Sources.of(
                right.description(),
                request -> {
                    LoginOutcome outcome = right.login(request);
                    return outcome instanceof LoginOutcome.Unavailable
                            ? LoginOutcome.Rejected.of(LoginOutcome.Cause.UNSPECIFIED)
                            : outcome;
                },
                request -> {
                    LookupOutcome outcome = right.getUser(request);
                    return outcome instanceof LookupOutcome.Unavailable
                            ? new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT)
                            : outcome;
                });
    }

    /** Of two people with one address, the first. */
    static MigrationSource takesTheFirstHit(MigrationSource right) {
        return Sources.of(
                right.description(),
                request -> isAmbiguous(lookup(right, request))
                        ? LoginOutcome.Authenticated.of(first(right))
                        : right.login(request),
                request -> isAmbiguous(right.getUser(request))
                        ? new LookupOutcome.Found(first(right))
                        : right.getUser(request));
    }

    private static boolean isAmbiguous(LookupOutcome outcome) {
        return outcome.equals(LookupOutcome.Refused.of(Refusal.Reason.AMBIGUOUS));
    }

    private static MigratedUser first(MigrationSource right) {
        return ((LookupOutcome.Found) right.getUser(LookupRequest.byUserId("acme|1"))).user();
    }

    /** Compares by the folding of the search engine. */
    static MigrationSource comparesTooWidely(MigrationSource right) {
        UnaryOperator<String> fold =
                typed -> Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return Sources.of(
                right.description(),
                request -> right.login(
                        LoginRequest.of(fold.apply(request.identifier().value()), request.password())
                                .withDeadline(request.deadline())),
                request -> request.identifier()
                        .map(typed -> right.getUser(LookupRequest.byIdentifier(fold.apply(typed.value()))
                                .withDeadline(request.deadline())))
                        .orElseGet(() -> right.getUser(request)));
    }

    /** Tries a login again. */
    static MigrationSource asksTwice(MigrationSource right) {
        return withLogin(right, request -> {
            LoginOutcome outcome = right.login(request);
            return outcome instanceof LoginOutcome.Unavailable ? right.login(request) : outcome;
        });
    }

    /** Puts what it sent into its message. */
    static MigrationSource quotesThePassword(MigrationSource right) {
        return withLogin(right, request -> {
            LoginOutcome outcome = right.login(request);
            return outcome instanceof LoginOutcome.Unavailable u
                    ? new LoginOutcome.Unavailable(
                            Failure.of(u.failure().kind(), "POST {\"password\":\"" + request.password() + "\"}"))
                    : outcome;
        });
    }

    /** Forgets that somebody wants the thread back. */
    static MigrationSource swallowsInterrupts(MigrationSource right) {
        return Sources.of(
                right.description(),
                request -> afterwards(right.login(request)),
                request -> afterwards(right.getUser(request)));
    }

    private static <T> T afterwards(T outcome) {
        Thread.interrupted();
        return outcome;
    }

    /** Makes up a new user id each time. */
    static MigrationSource drawsUserIds(MigrationSource right) {
        return withLogin(right, request -> {
            LoginOutcome outcome = right.login(request);
            return outcome instanceof LoginOutcome.Authenticated in
                    ? LoginOutcome.Authenticated.of(renamed(in.user()))
                    : outcome;
        });
    }

    private static MigratedUser renamed(MigratedUser user) {
        return MigratedUser.builder("acme|" + UUID.randomUUID(), user.source())
                .email(user.email().orElseThrow(), user.emailVerified())
                .build();
    }

    /** Asks the platform about anything, even about nothing. */
    static MigrationSource asksAboutAnything(MigrationSource right) {
        return new MigrationSource() {
            @Override
            public SourceDescription description() {
                return right.description();
            }

            @Override
            public CheckReport check() {
                return right.check();
            }

            @Override
            public LoginOutcome login(LoginRequest request) {
                return request.identifier().isPlausible() && !request.password().isEmpty()
                        ? right.login(request)
                        : right.login("nobody@contract.example", ScriptContract.WRONG_PASSWORD);
            }

            @Override
            public LookupOutcome getUser(LookupRequest request) {
                return request.identifier().map(Identifier::isPlausible).orElse(true)
                        ? right.getUser(request)
                        : right.getUser("nobody@contract.example");
            }
        };
    }

    private static LookupOutcome lookup(MigrationSource right, LoginRequest request) {
        return right.getUser(
                LookupRequest.byIdentifier(request.identifier().value()).withDeadline(request.deadline()));
    }

    private static MigrationSource withLogin(MigrationSource right, LoginScript login) {
        return Sources.of(right.description(), login, right);
    }
}
