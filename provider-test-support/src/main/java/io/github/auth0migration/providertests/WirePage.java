package io.github.auth0migration.providertests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.testsupport.Marked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The page {@code docs/<platform>-wire.md}: the requests of each operation as they arrived at a simulator, with secrets
 * and what changes from run to run masked. The build fails when a request has changed and the page has not.
 */
public final class WirePage {

    // What the JDK's client adds by itself, or changes from run to run.
    private static final Set<String> LEFT_OUT =
            Set.of("connection", "content-length", "host", "http2-settings", "upgrade");

    private final String platform;
    private final StringBuilder page = new StringBuilder();
    private final Map<Pattern, String> masks = new LinkedHashMap<>();

    private WirePage(String platform, String displayName) {
        this.platform = platform;
        page.append("""
                # What we send to %1$s

                Generated from the tests of `auth0-migration-%2$s`: requests as they arrived at the simulator, `***` for
                secrets and for what changes from run to run. To write it anew:
                `mvn -pl auth0-migration-%2$s -am test -Dtest=%1$sWireDocTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs=write`.
                """.formatted(displayName, platform));
    }

    public static WirePage of(String platform, String displayName) {
        return new WirePage(platform, displayName);
    }

    /** Masks a text wherever it stands. */
    public WirePage maskText(String secret) {
        masks.put(Pattern.compile(Pattern.quote(secret)), "***");
        return this;
    }

    /** Masks what a pattern finds; the replacement may refer to its groups. */
    public WirePage mask(String pattern, String replacement) {
        masks.put(Pattern.compile(pattern), replacement);
        return this;
    }

    /** Adds an operation. */
    public WirePage operation(String title, List<? extends ReceivedRequest<?>> requests) {
        page.append("\n## ").append(title).append('\n');
        for (ReceivedRequest<?> request : requests) {
            page.append("\n```http\n").append(masked(render(request))).append("```\n");
        }
        return this;
    }

    private String masked(String text) {
        String result = text;
        for (Map.Entry<Pattern, String> mask : masks.entrySet()) {
            result = mask.getKey().matcher(result).replaceAll(mask.getValue());
        }
        return result;
    }

    private static String render(ReceivedRequest<?> request) {
        List<String> lines = new ArrayList<>();
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        lines.add(request.method() + " " + request.rawPath() + query);
        new TreeMap<>(request.headers()).forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!LEFT_OUT.contains(lower)) {
                values.forEach(value -> lines.add(lower + ": " + value));
            }
        });
        if (!request.body().isEmpty()) {
            lines.add("");
            lines.add(request.body());
        }
        return String.join("\n", lines) + "\n";
    }

    /** Fails unless the page is up to date, or writes it. */
    public void assertUpToDate() {
        assertThat(Marked.isIn(page.toString()))
                .as("the page shows a secret of a test: mask it")
                .isFalse();
        DocsPage.named(platform + "-wire.md").assertIs(page.toString());
    }
}
