package io.github.auth0migration.sample.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text that is HTML already. Only {@link Template} makes it, out of a resource file and escaped values, so that nothing
 * else can bring markup onto a page.
 */
public final class Html {

    /** Nothing at all. */
    public static final Html EMPTY = new Html("");

    private final String markup;

    Html(String markup) {
        this.markup = markup;
    }

    /** {@return the parts one after the other} */
    public static Html join(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    /** {@return a text made harmless within elements and within quoted attributes} */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    String markup() {
        return markup;
    }

    @Override
    public String toString() {
        return markup;
    }
}
