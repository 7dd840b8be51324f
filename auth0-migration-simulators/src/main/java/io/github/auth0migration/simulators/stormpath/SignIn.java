package io.github.auth0migration.simulators.stormpath;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides about a login and a password. One at a time, so that no wrong password goes uncounted. */
final class SignIn {

    private static final int LOCKED = 7103;

    private final StormpathDialect dialect;
    private final People people;
    private final Directories directories;
    private final LoginAttempts attempts;

    SignIn(StormpathDialect dialect, People people, Directories directories, LoginAttempts attempts) {
        this.dialect = dialect;
        this.people = people;
        this.directories = directories;
        this.attempts = attempts;
    }

    /** Whoever it is; in the given stores, of which the first that knows the login decides. */
    synchronized StormpathPerson signIn(Credentials credentials, List<String> stores) {
        StormpathPerson person = find(credentials, stores)
                .orElseThrow(() -> refused(7104, "No account store of the application has this login."));
        if (person.loginCode() == LOCKED || attempts.locks(person.id())) {
            throw refused(LOCKED, "The account is locked.");
        }
        if (!credentials.passwordIsOf(dialect, person)) {
            attempts.failed(person.id());
            throw refused(7100, "The password is wrong.");
        }
        attempts.passed(person.id());
        requireAllowed(person);
        return person;
    }

    private Optional<StormpathPerson> find(Credentials credentials, List<String> stores) {
        List<StormpathPerson> named = credentials.login().map(people::byName).orElse(List.of());
        Stream<StormpathPerson> present = dialect.isCompatible()
                // Its query has no order: who came first stands for whom the database finds first.
                ? named.stream().filter(person -> stores.contains(person.directory()))
                : stores.stream()
                        .flatMap(store -> named.stream()
                                .filter(person -> person.directory().equals(store)));
        return present.findFirst();
    }

    /** That the password is looked at before the status is likely, not confirmed. */
    private static void requireAllowed(StormpathPerson person) {
        if (person.loginCode() != 0) {
            throw refused(person.loginCode(), "The account may not log in here.");
        }
        switch (person.status()) {
            case "DISABLED" -> throw refused(7101, "The account is disabled.");
            case "UNVERIFIED" -> throw refused(7102, "The account is not verified.");
            default -> {}
        }
    }

    /** The directories to look in. */
    List<String> stores() {
        List<String> mapped = directories.mapped();
        if (mapped.isEmpty()) {
            throw refused(5105, "The application has no account store.");
        }
        return mapped;
    }

    List<String> storeBehind(String href) {
        return List.of(directories.byHref(href).orElseThrow(() -> notAStore(400)));
    }

    List<String> storeNamed(String nameKey) {
        return List.of(directories.byNameKey(nameKey).orElseThrow(() -> notAStore(dialect.isCompatible() ? 404 : 400)));
    }

    private static RefusedException notAStore(int status) {
        return new RefusedException(status, 5114, "This is no account store of the application.");
    }

    private static RefusedException refused(int code, String text) {
        return new RefusedException(400, code, text);
    }
}
