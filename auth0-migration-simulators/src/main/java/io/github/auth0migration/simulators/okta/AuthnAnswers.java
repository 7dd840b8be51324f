package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers of {@code /api/v1/authn} with status 200; those with a state token begin a transaction. */
final class AuthnAnswers {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final List<String> FACTORS_TO_ENROLL = List.of("token:software:totp", "push", "sms");

    private final Clock clock;
    private final Transactions transactions;
    private final String url;
    private final @Nullable Object relayState;

    /** For one request: links begin with the address it was sent to, its relay state comes back. */
    AuthnAnswers(Clock clock, Transactions transactions, String url, @Nullable Object relayState) {
        this.clock = clock;
        this.transactions = transactions;
        this.url = url;
        this.relayState = relayState;
    }

    Reply success(OktaPerson person) {
        Map<String, Object> answer = begin("SUCCESS");
        answer.put("expiresAt", expiry());
        answer.put("sessionToken", OktaIds.sessionToken());
        answer.put("_embedded", Map.of("user", user(person)));
        answer.put("_links", Map.of("cancel", link("/api/v1/authn/cancel")));
        return Reply.json(200, answer);
    }

    Reply mfaRequired(OktaPerson person) {
        List<Map<String, Object>> factors =
                person.activeFactors().stream().map(this::toVerify).toList();
        Map<String, Object> policy = Map.of("allowRememberDevice", false, "rememberDeviceByDefault", false);
        return open("MFA_REQUIRED", person, Map.of("factors", factors, "policy", policy), "");
    }

    Reply mfaEnroll(OktaPerson person) {
        List<Map<String, Object>> factors =
                FACTORS_TO_ENROLL.stream().map(this::toEnroll).toList();
        return open("MFA_ENROLL", person, Map.of("factors", factors), "");
    }

    Reply passwordExpired(OktaPerson person) {
        return open("PASSWORD_EXPIRED", person, Map.of("policy", passwordPolicy(0)), "changePassword");
    }

    Reply passwordWarn(OktaPerson person) {
        return open("PASSWORD_WARN", person, Map.of("policy", passwordPolicy(3)), "changePassword");
    }

    Reply lockedOut() {
        Map<String, Object> answer = begin("LOCKED_OUT");
        answer.put("_embedded", Map.of());
        answer.put("_links", Map.of("next", named("unlock", "/api/v1/authn/recovery/unlock")));
        return Reply.json(200, answer);
    }

    private Reply open(String status, OktaPerson person, Map<String, Object> more, String next) {
        String stateToken = OktaIds.token();
        Map<String, Object> embedded = new LinkedHashMap<>();
        embedded.put("user", user(person));
        embedded.putAll(more);
        Map<String, Object> links = new LinkedHashMap<>();
        if (!next.isEmpty()) {
            links.put("next", named(next, "/api/v1/authn/credentials/change_password"));
        }
        links.put("cancel", link("/api/v1/authn/cancel"));
        Map<String, Object> answer = begin(status);
        answer.put("stateToken", stateToken);
        answer.put("expiresAt", expiry());
        answer.put("_embedded", embedded);
        answer.put("_links", links);
        Reply reply = Reply.json(200, answer);
        transactions.open(stateToken, reply);
        return reply;
    }

    private Map<String, Object> begin(String status) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status);
        if (relayState != null) {
            answer.put("relayState", relayState);
        }
        return answer;
    }

    private String expiry() {
        return UserJson.time(clock.instant().plus(LIFETIME));
    }

    private static Map<String, @Nullable Object> user(OktaPerson person) {
        Map<String, @Nullable Object> profile = new LinkedHashMap<>();
        profile.put("login", person.login());
        profile.put("firstName", person.profile().get("firstName"));
        profile.put("lastName", person.profile().get("lastName"));
        profile.put("locale", person.profile().getOrDefault("locale", "en_US"));
        // Here timeZone, in the Users API timezone.
        profile.put("timeZone", person.profile().getOrDefault("timezone", "Europe/London"));
        Map<String, @Nullable Object> user = new LinkedHashMap<>();
        user.put("id", person.id());
        user.put("passwordChanged", UserJson.time(person.stamps().passwordChanged()));
        user.put("profile", profile);
        return user;
    }

    private static Map<String, Object> passwordPolicy(int daysLeft) {
        return Map.of("expiration", Map.of("passwordExpireDays", daysLeft), "complexity", Map.of("minLength", 8));
    }

    private Map<String, Object> toVerify(OktaFactor factor) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", factor.id());
        json.put("factorType", factor.type());
        json.put("provider", factor.provider());
        json.put("vendorName", factor.provider());
        json.put("_links", Map.of("verify", link("/api/v1/authn/factors/" + factor.id() + "/verify")));
        return json;
    }

    private Map<String, Object> toEnroll(String type) {
        return Map.of(
                "factorType", type, "provider", "OKTA", "_links", Map.of("enroll", link("/api/v1/authn/factors")));
    }

    private Map<String, Object> named(String name, String path) {
        Map<String, Object> link = new LinkedHashMap<>(link(path));
        link.put("name", name);
        return link;
    }

    private Map<String, Object> link(String path) {
        return Map.of("href", url + path, "hints", Map.of("allow", List.of("POST")));
    }
}
