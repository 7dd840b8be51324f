package io.github.auth0migration.sample;

import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Simulator;
import io.github.auth0migration.simulators.gigya.GigyaOperation;
import io.github.auth0migration.simulators.gigya.GigyaPerson;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.simulators.stormpath.StormpathOperation;
import io.github.auth0migration.simulators.stormpath.StormpathPerson;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Three running platforms with people who all have a password of their own, and what each was asked about somebody. Checks
 * of the set-up ask, too, but about nobody.
 */
record LivePlatforms(OktaSimulator okta, StormpathSimulator stormpath, GigyaSimulator gigya) implements AutoCloseable {

    private static final Pattern VALUE = Pattern.compile("\"value\":\"([A-Za-z0-9+/=]+)\"");

    static LivePlatforms start() {
        LivePlatforms all =
                new LivePlatforms(OktaSimulator.start(), StormpathSimulator.start(), GigyaSimulator.start());
        all.okta.add(OktaPerson.builder("ada@example.com")
                .id("00uada0000000demo")
                .password(password("ada@example.com"))
                .build());
        for (String name : new String[] {"ines", "dora"}) {
            String email = name + "@example.com";
            all.stormpath.add(StormpathPerson.builder(email)
                    .id(name + "1")
                    .password(password(email))
                    .status(name.equals("dora") ? "DISABLED" : "ENABLED")
                    .build());
        }
        all.gigya.add(GigyaPerson.builder("nora@example.com")
                .uid("nora1")
                .password(password("nora@example.com"))
                .build());
        return all;
    }

    static String password(String email) {
        return Marked.secret(email.substring(0, email.indexOf('@')));
    }

    Map<String, String> variables() {
        Map<String, String> all = new HashMap<>();
        all.putAll(Map.of("OKTA_ORG_URL", okta.url().toString(), "OKTA_API_TOKEN", okta.apiToken()));
        all.putAll(Map.of(
                "STORMPATH_BASE_URL", stormpath.baseUrl(),
                "STORMPATH_APPLICATION_ID", stormpath.applicationId(),
                "STORMPATH_API_KEY_ID", stormpath.apiKeyId(),
                "STORMPATH_API_KEY_SECRET", stormpath.apiKeySecret()));
        all.putAll(Map.of(
                "GIGYA_API_KEY", gigya.apiKey(),
                "GIGYA_BASE_URL", gigya.url().toString(),
                "GIGYA_USER_KEY", gigya.userKey(),
                "GIGYA_SECRET", gigya.secret()));
        return all;
    }

    void forgetRequests() {
        okta.forgetRequests();
        stormpath.forgetRequests();
        gigya.forgetRequests();
    }

    /** How often each platform was sent a password. */
    Map<Platform, Integer> logins() {
        Map<Platform, Integer> logins = new EnumMap<>(Platform.class);
        logins.put(Platform.OKTA, okta.requests(OktaOperation.AUTHN));
        logins.put(Platform.STORMPATH, stormpath.requests(StormpathOperation.LOGIN_ATTEMPTS));
        logins.put(Platform.GIGYA, gigya.requests(GigyaOperation.LOGIN));
        return logins;
    }

    /** Whether a platform saw a text, however it was written. */
    boolean saw(Platform platform, String text) {
        return switch (platform) {
            case OKTA -> saw(okta, text);
            case STORMPATH -> saw(stormpath, text);
            case GIGYA -> saw(gigya, text);
        };
    }

    private static <O extends Enum<O>> boolean saw(Simulator<O> platform, String text) {
        return platform.received().stream().map(LivePlatforms::readable).anyMatch(written -> written.contains(text));
    }

    private static String readable(ReceivedRequest<?> request) {
        String body = VALUE.matcher(request.body()).replaceAll(value -> Matcher.quoteReplacement(inClear(value)));
        String written = request.rawPath() + "?" + request.rawQuery() + "\n" + body;
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    private static String inClear(MatchResult value) {
        return new String(Base64.getDecoder().decode(value.group(1)), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        okta.close();
        stormpath.close();
        gigya.close();
    }
}
