package io.github.auth0migration.trickle;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.Sources;
import io.github.auth0migration.testsupport.Marked;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A platform that says yes to the legacy password for ever, by any name it ever knew a person by. */
final class LegacyPlatform {

    static final String ANN_ID = "legacy|1";
    static final String ANN_MAIL = "ann@old.example";
    static final String ANN_USERNAME = "ann77";
    static final String ANN_ALIAS = "ann@login.example";
    static final String ANN_NEW_MAIL = "ann@new.example";
    static final String LEGACY = Marked.PASSWORD;
    static final Caveat CAVEAT = Caveat.of(Caveat.Kind.PASSWORD_EXPIRED);

    final List<String> passwordsTried = new CopyOnWriteArrayList<>();
    final List<LookupRequest> lookups = new CopyOnWriteArrayList<>();

    /** What happens elsewhere between the platform's yes and the engine's next step; once. */
    volatile Runnable onceProved = () -> {};

    volatile @Nullable Supplier<@Nullable LoginOutcome> login;
    volatile @Nullable Supplier<@Nullable LookupOutcome> lookup;

    private final Map<String, MigratedUser> people = new ConcurrentHashMap<>();

    static LegacyPlatform withAnn() {
        LegacyPlatform platform = new LegacyPlatform();
        platform.knows(ann(ANN_ID, ANN_MAIL), ANN_MAIL, ANN_USERNAME, ANN_ALIAS, ANN_NEW_MAIL);
        return platform;
    }

    static MigratedUser ann(String userId, String email) {
        return MigratedUser.builder(userId, new SourceAccount("legacy", "1", "ACTIVE"))
                .email(email, true)
                .username(ANN_USERNAME)
                .build();
    }

    void knows(MigratedUser user, String... names) {
        for (String name : names) {
            people.put(Identifier.of(name).comparisonKey(), user);
        }
    }

    void forgetsAll() {
        people.clear();
    }

    MigrationSource source() {
        return Sources.of("legacy", this::login, this::getUser);
    }

    long triedWith(String password) {
        return passwordsTried.stream().filter(password::equals).count();
    }

    int asked() {
        return passwordsTried.size() + lookups.size();
    }

    // A null from the script is a case under test.
    @SuppressWarnings("NullAway")
    private LoginOutcome login(LoginRequest request) {
        passwordsTried.add(request.password());
        Supplier<@Nullable LoginOutcome> scripted = login;
        if (scripted != null) {
            return scripted.get();
        }
        MigratedUser user = people.get(request.identifier().comparisonKey());
        if (user == null) {
            return LoginOutcome.Rejected.of(LoginOutcome.Cause.UNKNOWN_USER);
        }
        if (!request.password().equals(LEGACY)) {
            return LoginOutcome.Rejected.of(LoginOutcome.Cause.WRONG_PASSWORD);
        }
        Runnable meanwhile = onceProved;
        onceProved = () -> {};
        meanwhile.run();
        return new LoginOutcome.Authenticated(user, Set.of(CAVEAT));
    }

    @SuppressWarnings("NullAway")
    private LookupOutcome getUser(LookupRequest request) {
        lookups.add(request);
        Supplier<@Nullable LookupOutcome> scripted = lookup;
        return scripted != null ? scripted.get() : find(request);
    }

    LookupOutcome find(LookupRequest request) {
        return people.entrySet().stream()
                .filter(person -> request.identifier()
                        .map(typed -> typed.comparisonKey().equals(person.getKey()))
                        .orElseGet(() -> request.userId()
                                .orElseThrow()
                                .equals(person.getValue().userId())))
                .map(person -> (LookupOutcome) new LookupOutcome.Found(person.getValue()))
                .findFirst()
                .orElseGet(() -> new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT));
    }
}
