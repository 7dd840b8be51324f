package io.github.auth0migration.sample.web;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page, or a part of one, from a resource file with placeholders such as <code>{{name}}</code>. Every value is escaped
 * here, unless it is {@link Html} already. Immutable and thread-safe.
 */
public final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

    private final String name;
    private final String text;

    private Template(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /**
     * Reads a template.
     *
     * @param name the file's name under {@code /pages}, without {@code .html}
     * @return the template
     */
    public static Template named(String name) {
        return new Template(name, Resources.text("/pages/" + name + ".html"));
    }

    /**
     * Fills the placeholders.
     *
     * @param values one for each placeholder
     * @return the markup
     * @throws IllegalArgumentException if a placeholder has no value
     */
    public Html fill(Map<String, ?> values) {
        return new Html(
                PLACEHOLDER.matcher(text).replaceAll(place -> Matcher.quoteReplacement(markupOf(place, values))));
    }

    private String markupOf(MatchResult place, Map<String, ?> values) {
        Object value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalArgumentException("page " + name + " needs a value for " + place.group(1));
        }
        return value instanceof Html html ? html.markup() : Html.escape(value.toString());
    }
}
