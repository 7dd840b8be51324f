package io.github.auth0migration.simulators.gigya;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Every finished sign-in opens a session, wanted or not. */
final class Sessions {

    private final AtomicInteger opened = new AtomicInteger();

    int opened() {
        return opened.get();
    }

    static boolean knows(String targetEnv) {
        return targetEnv.matches("|browser|mobile|jssdk");
    }

    Map<String, String> open(String targetEnv) {
        opened.incrementAndGet();
        Map<String, String> session = new LinkedHashMap<>();
        switch (targetEnv) {
            case "mobile" -> {
                session.put("sessionToken", GigyaIds.token());
                session.put("sessionSecret", GigyaIds.secret());
            }
            case "jssdk" -> session.put("login_token", GigyaIds.token());
            default -> {
                session.put("cookieName", "glt_example");
                session.put("cookieValue", GigyaIds.token());
            }
        }
        return session;
    }
}
