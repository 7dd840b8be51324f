package io.github.auth0migration.fuzz;

import java.util.regex.Pattern;

/**
 * Guesses by its text whether a hash is made to be slow. The fuzzer soon finds out how to ask for seconds of work, and would
 * do little else; so of these only a few are verified, always the same ones.
 */
final class Costly {

    private static final int ONE_IN = 64;
    private static final String NUMBER = "(?<![A-Za-z0-9+/])[0-9]{3,}(?![A-Za-z0-9+/=])";
    private static final String BCRYPT = "\\$2[abxy]\\$(?:0[89]|1)";
    private static final String PHPASS = "\\$[PHS]\\$[C-Za-z]";
    private static final Pattern SLOW = Pattern.compile(NUMBER + "|" + BCRYPT + "|" + PHPASS);

    private Costly() {}

    /** {@return whether to leave this one out} */
    static boolean isLeftOut(String input) {
        return Math.floorMod(input.hashCode(), ONE_IN) != 0
                && SLOW.matcher(input).find();
    }
}
