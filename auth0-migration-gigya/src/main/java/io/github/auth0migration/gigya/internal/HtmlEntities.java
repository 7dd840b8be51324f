package io.github.auth0migration.gigya.internal;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Undoes what Gigya does to profile texts before it stores them: five characters become entities of HTML. Once only. */
public final class HtmlEntities {

    private static final Pattern ENTITY = Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([a-z]{2,4}));");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private HtmlEntities() {}

    public static @Nullable String decode(@Nullable String text) {
        return text == null
                ? null
                : ENTITY.matcher(text).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    /** The character that an entity stands for; the entity itself if it stands for none. */
    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return NAMED.getOrDefault(entity.group(3), entity.group());
        }
        int codePoint =
                entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        boolean isText = Character.isValidCodePoint(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE
                && !Character.isISOControl(codePoint);
        return isText ? Character.toString(codePoint) : entity.group();
    }
}
