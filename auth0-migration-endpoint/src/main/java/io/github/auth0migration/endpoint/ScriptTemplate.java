package io.github.auth0migration.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an action script with gaps: <code>{{name}}</code> stands for a value, <code>{{name.js}}</code> for another
 * text beside it, which may have gaps too.
 */
final class ScriptTemplate {

    private static final Pattern GAP = Pattern.compile("\\{\\{([\\w.]+)}}");

    private ScriptTemplate() {}

    static String render(String name, Map<String, String> values) {
        return GAP.matcher(resource(name)).replaceAll(gap -> Matcher.quoteReplacement(fill(gap.group(1), values)));
    }

    private static String fill(String name, Map<String, String> values) {
        if (name.endsWith(".js")) {
            return render(name, values).stripTrailing();
        }
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("nothing fills the gap " + name);
        }
        return value;
    }

    private static String resource(String name) {
        try (InputStream in = ScriptTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar of the endpoint lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
