package io.github.auth0migration.stormpath.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses in answers. They are never called: servers behind another name, or set up wrongly, write addresses of
 * other hosts, and our key would go there. Only the id at the end counts.
 */
public final class Href {

    public static final String ID = "[A-Za-z0-9-]{1,64}";

    private static final Pattern ADDRESS = Pattern.compile("(?:.*/)?([a-zA-Z]+)/(" + ID + ")");

    private Href() {}

    /** The id at the end, if the address is one of such a resource. */
    public static Optional<String> id(String resource, String href) {
        Matcher address = ADDRESS.matcher(href);
        return address.matches() && address.group(1).equals(resource)
                ? Optional.of(address.group(2))
                : Optional.empty();
    }

    /** The kind and the id at the end, which are the same on every host. */
    public static Optional<String> resource(String href) {
        Matcher address = ADDRESS.matcher(href);
        return address.matches() ? Optional.of(address.group(1) + "/" + address.group(2)) : Optional.empty();
    }

    public static boolean isId(String text) {
        return text.matches(ID);
    }
}
