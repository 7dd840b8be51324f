package io.github.auth0migration.simulators.gigya;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers to a right password. */
final class LoginAnswers {

    private static final List<String> ABOUT_THE_PERSON = List.of("profile", "data", "emails", "loginIDs");

    private final Clock clock;
    private final AccountJson json;
    private final RegTokens regTokens;
    private final Sessions sessions = new Sessions();
    private volatile GigyaPartialLogin partial = GigyaPartialLogin.WHOLE;

    LoginAnswers(Clock clock, AccountJson json, RegTokens regTokens) {
        this.clock = clock;
        this.json = json;
        this.regTokens = regTokens;
    }

    Sessions sessions() {
        return sessions;
    }

    void partial(GigyaPartialLogin told) {
        this.partial = told;
    }

    GigyaAnswer finished(GigyaPerson person, Include include, String targetEnv) {
        GigyaPerson now = person.toBuilder().lastLogin(clock.instant()).build();
        Map<String, Object> body = account(now, include.members());
        body.put("newUser", false);
        body.put("sessionInfo", sessions.open(targetEnv));
        return GigyaAnswer.ok(body);
    }

    /** With a code of 206xxx. */
    GigyaAnswer stepLeft(int errorCode, GigyaPerson person, Include include) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("regToken", regTokens.open(person.uid()));
        if (errorCode == 206_002) {
            body.put("unverifiedEmails", person.loginIds().unverifiedEmails());
        }
        if (partial != GigyaPartialLogin.TOKEN_ONLY) {
            List<String> parts = new ArrayList<>(include.members());
            if (partial == GigyaPartialLogin.WITHOUT_PROFILE) {
                parts.removeAll(ABOUT_THE_PERSON);
            }
            body.putAll(account(person, parts));
        }
        return GigyaAnswer.of(errorCode, body);
    }

    /** With a code of 4031xx: nothing about the account. */
    GigyaAnswer refused(int errorCode, GigyaPerson person) {
        return GigyaAnswer.of(errorCode, Map.of("regToken", regTokens.open(person.uid())));
    }

    private Map<String, Object> account(GigyaPerson person, List<String> parts) {
        List<String> names = new ArrayList<>(AccountJson.STATE);
        names.addAll(parts);
        return json.inSeconds(json.members(person, names));
    }
}
