package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides about a login and a password, and counts the wrong ones. */
final class SignIn {

    private static final String LOCKED_OUT = "LOCKED_OUT";

    private final Directory directory;
    // Only touched within the directory's monitor.
    private final Map<String, Integer> wrongTries = new HashMap<>();
    private volatile int lockoutAfter = 10;
    private volatile LockoutVisibility visibility = LockoutVisibility.HIDDEN;

    SignIn(Directory directory) {
        this.directory = directory;
    }

    void lockoutAfter(int tries) {
        this.lockoutAfter = tries;
    }

    void showLockoutFailures(LockoutVisibility shown) {
        this.visibility = shown;
    }

    void forgetWrongTries(String id) {
        directory.atomically(() -> Optional.ofNullable(wrongTries.remove(id)));
    }

    Reply answer(String username, String password, boolean warn, AuthnAnswers answers) {
        return directory.atomically(() -> directory
                .byLoginOrShortName(username)
                .map(person -> answer(person, password, warn, answers))
                .orElseGet(OktaErrors::authenticationFailed));
    }

    private Reply answer(OktaPerson person, String password, boolean warn, AuthnAnswers answers) {
        if (person.status().equals(LOCKED_OUT)) {
            return lockedOut(answers);
        }
        if (!maySignIn(person)) {
            return OktaErrors.authenticationFailed();
        }
        if (!person.hasPassword(password)) {
            return wrongPassword(person, answers);
        }
        wrongTries.remove(person.id());
        return rightPassword(person, warn, answers);
    }

    /** For all but RECOVERY the answer is likely, not confirmed: no document says what these get. */
    private static boolean maySignIn(OktaPerson person) {
        boolean statusAllows =
                person.status().equals("ACTIVE") || person.status().equals("PASSWORD_EXPIRED");
        boolean elsewhere =
                person.provider().equals("FEDERATION") || person.provider().equals("SOCIAL");
        return statusAllows && !elsewhere;
    }

    private Reply wrongPassword(OktaPerson person, AuthnAnswers answers) {
        int tries = wrongTries.merge(person.id(), 1, Integer::sum);
        if (tries < lockoutAfter) {
            return OktaErrors.authenticationFailed();
        }
        wrongTries.remove(person.id());
        directory.change(person.login(), change -> change.status(LOCKED_OUT));
        return lockedOut(answers);
    }

    private Reply lockedOut(AuthnAnswers answers) {
        return visibility == LockoutVisibility.SHOWN ? answers.lockedOut() : OktaErrors.authenticationFailed();
    }

    private Reply rightPassword(OktaPerson person, boolean warn, AuthnAnswers answers) {
        if (!person.activeFactors().isEmpty()) {
            return answers.mfaRequired(person);
        }
        if (person.passwordAge() == PasswordAge.EXPIRED) {
            directory.change(person.login(), change -> change.status("PASSWORD_EXPIRED"));
            return answers.passwordExpired(person);
        }
        if (person.mustEnroll()) {
            return answers.mfaEnroll(person);
        }
        return warn && person.passwordAge() == PasswordAge.EXPIRES_SOON
                ? answers.passwordWarn(person)
                : answers.success(person);
    }
}
