package io.github.auth0migration.simulators.gigya;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.simulators.internal.QueryParameters;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code accounts.login}. */
final class LoginEndpoint {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Clock clock;
    private final Directory directory;
    private final LoginGuard guard;
    private final LoginAnswers answers;
    private final Map<String, GigyaAnswer> scripted = new ConcurrentHashMap<>();

    LoginEndpoint(Clock clock, Directory directory, LoginGuard guard, LoginAnswers answers) {
        this.clock = clock;
        this.directory = directory;
        this.guard = guard;
        this.answers = answers;
    }

    void script(String loginId, int errorCode, Map<String, ?> extra) {
        scripted.put(folded(loginId), GigyaAnswer.of(errorCode, new LinkedHashMap<>(extra)));
    }

    void unscript(String loginId) {
        scripted.remove(folded(loginId));
    }

    GigyaAnswer answer(QueryParameters form) {
        for (String parameter : new String[] {"loginID", "password"}) {
            if (form.get(parameter).isEmpty()) {
                return GigyaAnswer.missing(parameter);
            }
        }
        if (!Sessions.knows(form.get("targetEnv"))) {
            return GigyaAnswer.invalid("targetEnv");
        }
        if (form.has("clientContext") && !isObject(form.get("clientContext"))) {
            return GigyaAnswer.invalid("clientContext");
        }
        return Include.parse(form, "profile")
                .map(include -> decide(form, include))
                .orElseGet(() -> GigyaAnswer.invalid("include"));
    }

    private GigyaAnswer decide(QueryParameters form, Include include) {
        GigyaAnswer canned = scripted.get(folded(form.get("loginID")));
        if (canned != null) {
            return canned;
        }
        if (guard.stopsAddress()) {
            return GigyaAnswer.error(403_120);
        }
        return directory.atomically(() -> directory
                .byLoginId(form.get("loginID"))
                .map(person -> decide(person, form, include))
                .orElseGet(LoginEndpoint::wrong));
    }

    private GigyaAnswer decide(GigyaPerson person, QueryParameters form, Include include) {
        Optional<GigyaAnswer> stop = guard.stop(person);
        if (stop.isPresent()) {
            return stop.get();
        }
        if (!person.isActive()) {
            return GigyaAnswer.error(403_041);
        }
        if (!person.hasPassword(form.get("password"))) {
            guard.failed(person);
            return person.hadPassword(form.get("password")) ? GigyaAnswer.error(401_030) : wrong();
        }
        guard.forget(person.uid());
        return rightPassword(person, form, include);
    }

    private GigyaAnswer rightPassword(GigyaPerson person, QueryParameters form, Include include) {
        if (!person.isRegistered()) {
            return answers.stepLeft(206_001, person, include);
        }
        if (person.loginIds().waitsForVerification(form.get("loginID"))) {
            return answers.stepLeft(206_002, person, include);
        }
        int left = person.afterRightPassword();
        if (left == 206_006) {
            return answers.stepLeft(left, person, include);
        }
        if (left != 0) {
            return answers.refused(left, person);
        }
        directory.loggedIn(person.uid(), clock.instant());
        return answers.finished(person, include, form.get("targetEnv"));
    }

    /** The same for a password that is wrong and for a login id that nobody has. */
    private static GigyaAnswer wrong() {
        return GigyaAnswer.error(403_042, "invalid loginID or password");
    }

    private static boolean isObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String folded(String loginId) {
        return loginId.toLowerCase(Locale.ROOT);
    }
}
