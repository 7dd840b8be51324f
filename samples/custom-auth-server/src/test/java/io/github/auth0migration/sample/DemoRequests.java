package io.github.auth0migration.sample;

import io.github.auth0migration.sample.demo.DemoPlatforms;
import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Simulator;
import io.github.auth0migration.simulators.gigya.GigyaOperation;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.stormpath.StormpathOperation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the simulated platforms were asked about somebody. Checks of the set-up ask, too, but about nobody. */
record DemoRequests(DemoPlatforms demo) {

    private static final Pattern VALUE = Pattern.compile("\"value\":\"([A-Za-z0-9+/=]+)\"");

    void forget() {
        demo.okta().forgetRequests();
        demo.stormpath().forgetRequests();
        demo.gigya().forgetRequests();
    }

    /** How often each platform was sent a password. */
    Map<Platform, Integer> logins() {
        Map<Platform, Integer> logins = new EnumMap<>(Platform.class);
        logins.put(Platform.OKTA, demo.okta().requests(OktaOperation.AUTHN));
        logins.put(Platform.STORMPATH, demo.stormpath().requests(StormpathOperation.LOGIN_ATTEMPTS));
        logins.put(Platform.GIGYA, demo.gigya().requests(GigyaOperation.LOGIN));
        return logins;
    }

    /** Whether a platform saw a text, however it was written. */
    boolean saw(Platform platform, String text) {
        return switch (platform) {
            case OKTA -> saw(demo.okta(), text);
            case STORMPATH -> saw(demo.stormpath(), text);
            case GIGYA -> saw(demo.gigya(), text);
        };
    }

    private static <O extends Enum<O>> boolean saw(Simulator<O> platform, String text) {
        return platform.received().stream().map(DemoRequests::readable).anyMatch(written -> written.contains(text));
    }

    private static String readable(ReceivedRequest<?> request) {
        String body = VALUE.matcher(request.body()).replaceAll(value -> Matcher.quoteReplacement(inClear(value)));
        String written = request.rawPath() + "?" + request.rawQuery() + "\n" + body;
        return URLDecoder.decode(written, StandardCharsets.UTF_8);
    }

    private static String inClear(MatchResult value) {
        return new String(Base64.getDecoder().decode(value.group(1)), StandardCharsets.UTF_8);
    }
}
