package io.github.auth0migration.stormpath;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An application whose accounts come and go between two pages, without a network. */
final class Shelf implements HttpTransport {

    private static final Pattern OFFSET = Pattern.compile("[?&]offset=(\\d+)");
    private static final String BASE = "https://api.stormpath.com/v1";

    final List<Map<String, Object>> rows = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    int pageCap = 100;
    boolean ignoresOffset;
    /** What happens before the n-th page is answered, counted from 1. */
    final Map<Integer, Runnable> meanwhile = new LinkedHashMap<>();

    private int pages;

    static Shelf of(int people) {
        Shelf shelf = new Shelf();
        for (int i = 0; i < people; i++) {
            shelf.rows.add(row(i));
        }
        return shelf;
    }

    static Map<String, Object> row(int number) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("href", BASE + "/accounts/" + id(number));
        row.put("email", "p" + number + "@example.com");
        row.put("username", "p" + number);
        row.put("status", "ENABLED");
        row.put(
                "createdAt",
                String.format(
                        Locale.ROOT,
                        "2015-01-01T%02d:%02d:%02d.%03dZ",
                        number / 3600,
                        number / 60 % 60,
                        number % 60,
                        0));
        row.put("customData", Map.of("href", "x", "createdAt", "x", "n", number));
        row.put("directory", Map.of("href", BASE + "/directories/dir" + number % 2));
        return row;
    }

    static String id(int number) {
        return "id" + number;
    }

    void remove(int number) {
        rows.removeIf(row -> String.valueOf(row.get("href")).endsWith("/" + id(number)));
    }

    StormpathSource source() {
        return builder().build();
    }

    StormpathSource.Builder builder() {
        return StormpathSource.builder()
                .applicationId("app1")
                .apiKey("KEY1", () -> "secret")
                .transport(this);
    }

    @Override
    public HttpReply send(HttpCall call) {
        URI uri = call.uri();
        calls.add(uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
        if (uri.getRawPath().endsWith("/app1")) {
            return reply(200, Map.of("href", BASE + "/applications/app1"));
        }
        if (uri.getRawPath().endsWith("/accountStoreMappings")) {
            return reply(
                    200, Map.of("items", List.of(Map.of("accountStore", Map.of("href", BASE + "/directories/dir1")))));
        }
        if (uri.getRawPath().startsWith("/v1/accounts/")) {
            return rows.stream()
                    .filter(row -> String.valueOf(row.get("href")).endsWith(uri.getRawPath()))
                    .findFirst()
                    .map(row -> reply(200, row))
                    .orElseGet(() -> reply(404, Map.of("code", 404)));
        }
        meanwhile.getOrDefault(++pages, () -> {}).run();
        Matcher offset = OFFSET.matcher(uri.toString());
        int first = offset.find() && !ignoresOffset ? Math.min(rows.size(), Integer.parseInt(offset.group(1))) : 0;
        // An old server: no size, and a limit that it does not keep to.
        return reply(200, Map.of("limit", 100, "items", rows.subList(first, Math.min(rows.size(), first + pageCap))));
    }

    private static HttpReply reply(int status, Map<String, ?> body) {
        return new HttpReply(status, Map.of(), Json.write(body).getBytes(UTF_8));
    }
}
