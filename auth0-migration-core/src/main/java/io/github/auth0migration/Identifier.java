package io.github.auth0migration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a person typed to say who they are: an e-mail address, a username, an Okta login.
 *
 * <p>This is the one place that compares and folds identifiers. Comparing folds the letters A to Z and nothing else:
 * {@link String#equalsIgnoreCase} would make {@code ı} equal to {@code i} and the Kelvin sign equal to {@code k}, and so
 * let one person in as another. {@link #guardKey()} folds as widely as possible, so that no spelling buys more guesses.
 *
 * <p>{@code toString} is shortened; an identifier is personal data. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Identifier {

    /** The longest identifier that is looked at, in UTF-16 units; longer ones are refused without asking anybody. */
    public static final int MAX_LENGTH = 254;

    private static final Pattern DOMAIN = Pattern.compile("@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");
    // Marks, and what cannot be seen at all: zero-width and soft hyphens, direction marks, white space, fillers, and
    // what no font has a sign for.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{M}\\p{Cf}\\p{Z}\\s\\p{Cn}\\p{Co}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{2800}]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private final String value;

    private Identifier(String value) {
        this.value = Objects.requireNonNull(value, "identifier");
    }

    /**
     * An identifier as typed.
     *
     * @param typed what the person typed, unchanged; may be anything, even empty
     * @return the identifier
     */
    public static Identifier of(String typed) {
        return new Identifier(typed);
    }

    /** {@return what the person typed, unchanged} */
    public String value() {
        return value;
    }

    /** {@return whether it is meant as an e-mail address: it holds an {@code @}} */
    public boolean isEmail() {
        return value.indexOf('@') >= 0;
    }

    /**
     * Whether it may be sent to a platform at all: not blank, not over {@link #MAX_LENGTH}, no control characters, no
     * broken surrogates.
     *
     * @return whether it may be sent
     */
    public boolean isPlausible() {
        return !value.isBlank()
                && value.length() <= MAX_LENGTH
                && value.codePoints().noneMatch(Identifier::isControlOrBroken);
    }

    private static boolean isControlOrBroken(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /**
     * Whether another text names the same thing: equal, with A–Z counted as a–z and no other folding.
     *
     * @param other the text to compare with
     * @return whether they are the same
     */
    public boolean matches(String other) {
        return foldAscii(value).equals(foldAscii(other));
    }

    /** {@return the key by which two spellings that {@link #matches match} are one, for stores and maps} */
    public String comparisonKey() {
        return foldAscii(value);
    }

    /**
     * The key under which attempts are counted: NFKD, marks, invisible characters and white space stripped, case folded.
     * Different people may share a key; never use it to find anybody.
     *
     * @return the widest fold
     */
    public String guardKey() {
        // Twice: the capital ẞ becomes ß first, and only then ss.
        return fold(fold(value));
    }

    private static String fold(String text) {
        String bare =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // Upper first: ß becomes SS and ı becomes I; then lower.
        String folded = bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return UNSEEN.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    /**
     * A form for logs and operators: the first character, an ellipsis and the domain, if it looks like one. People type
     * passwords into the wrong field, and some hold an {@code @}.
     *
     * @return the form, at most 64 characters
     */
    public String shortened() {
        if (value.isEmpty()) {
            return "(empty)";
        }
        int at = value.indexOf('@');
        String first = value.substring(0, value.offsetByCodePoints(0, 1));
        String domain = at > 0 && DOMAIN.matcher(value.substring(at)).matches() ? value.substring(at) : "";
        String shown = first + "…" + domain;
        return UNPRINTABLE
                .matcher(shown.length() > 64 ? shown.substring(0, 64) : shown)
                .replaceAll("?");
    }

    private static String foldAscii(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Identifier other && value.equals(other.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return shortened();
    }
}
