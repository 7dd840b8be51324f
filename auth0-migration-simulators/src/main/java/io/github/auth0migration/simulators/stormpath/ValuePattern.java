package io.github.auth0migration.simulators.stormpath;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A value to search for, without regard to case; an asterisk stands for anything, and cannot be escaped. */
final class ValuePattern {

    private static final int LIKE = Pattern.DOTALL;

    private final Pattern pattern;

    private ValuePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Stormpath knows asterisks at the ends only, a compatible server everywhere; as a whole, they are themselves. */
    static ValuePattern of(StormpathDialect dialect, String value, boolean whole) {
        String folded = value.toLowerCase(Locale.ROOT);
        if (whole) {
            return new ValuePattern(Pattern.compile(Pattern.quote(folded), LIKE));
        }
        return new ValuePattern(Pattern.compile(dialect.isCompatible() ? everywhere(folded) : atEnds(folded), LIKE));
    }

    boolean matches(String value) {
        return pattern.matcher(value.toLowerCase(Locale.ROOT)).matches();
    }

    private static String everywhere(String value) {
        return Arrays.stream(value.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    private static String atEnds(String value) {
        boolean front = value.startsWith("*");
        boolean back = value.endsWith("*") && value.length() > 1;
        String middle = value.substring(front ? 1 : 0, back ? value.length() - 1 : value.length());
        return (front ? ".*" : "") + Pattern.quote(middle) + (back ? ".*" : "");
    }
}
