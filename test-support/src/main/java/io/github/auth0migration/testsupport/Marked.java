package io.github.auth0migration.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Secrets for tests, all with one mark in them, so that {@link SecretScan} can find any of them anywhere. */
public final class Marked {

    static final String MARK = "5ecr3t";

    /** The right password of the person in the test. */
    public static final String PASSWORD = MARK + "-right-password";

    /** A wrong password. */
    public static final String WRONG_PASSWORD = MARK + "-wrong-password";

    /** An API token or key. */
    public static final String TOKEN = MARK + "-api-token";

    private Marked() {}

    /** {@return another secret; the same name gives the same secret} */
    public static String secret(String name) {
        return MARK + "-" + name;
    }

    /** {@return whether a text holds a marked secret, in clear or within Base64} */
    public static boolean isIn(String text) {
        return text.contains(MARK) || Base64Forms.ALL.stream().anyMatch(text::contains);
    }

    private static final class Base64Forms {
        // What six known bytes leave of themselves in Base64 depends on where they begin in a group of three.
        static final List<String> ALL = List.of(form("", 0, 8), form("x", 2, 8), form("xx", 3, 10));

        private static String form(String before, int from, int to) {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((before + MARK).getBytes(StandardCharsets.US_ASCII));
            return encoded.substring(from, Math.min(to, encoded.length() - (before.isEmpty() ? 0 : 1)));
        }
    }
}
