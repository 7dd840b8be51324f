package io.github.auth0migration.simulators.gigya;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.simulators.Client.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls a site over a real socket. */
final class GigyaClient {

    private final GigyaSimulator site;

    GigyaClient(GigyaSimulator site) {
        this.site = site;
    }

    Answer login(String loginId, String password, String... more) throws IOException {
        Map<String, String> form = pairs(more);
        form.put("loginID", loginId);
        form.put("password", password);
        return call("accounts.login", form);
    }

    Answer search(String query, String... more) throws IOException {
        Map<String, String> form = pairs(more);
        form.put("query", query);
        return call("accounts.search", form);
    }

    Answer call(String method, String... form) throws IOException {
        return call(method, pairs(form));
    }

    /** With the key and its secret. */
    Answer call(String method, Map<String, String> form) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("apiKey", site.apiKey());
        all.put("userKey", site.userKey());
        all.put("secret", site.secret());
        return bare(method, all);
    }

    /** With nothing but what is given. */
    Answer bare(String method, Map<String, String> form, String... headers) throws IOException {
        HttpRequest.Builder request = request(method)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)));
        pairs(headers).forEach(request::header);
        return Client.send(request);
    }

    HttpRequest.Builder request(String method) {
        return HttpRequest.newBuilder(URI.create(site.url() + "/" + method)).timeout(Duration.ofSeconds(60));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static List<String> uids(Answer answer) {
        return answer.json().path("results").findValuesAsText("UID");
    }

    static Map<String, String> pairs(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
