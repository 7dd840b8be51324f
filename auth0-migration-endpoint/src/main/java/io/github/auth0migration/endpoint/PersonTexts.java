package io.github.auth0migration.endpoint;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Refusal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What people read when they cannot come in: the library's own texts, any of which a host replaces.
 *
 * <p>A refusal whose password was not proved always reads like a wrong password, whatever its reason: anything else would
 * tell strangers that the address exists. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class PersonTexts {

    private static final int MAX_LENGTH = 500;
    private static final PersonTexts STANDARD = new PersonTexts(
            Refusal.WRONG_CREDENTIALS_MESSAGE,
            Failure.of(Failure.Kind.INTERNAL, "").messageForPerson(),
            new EnumMap<>(Refusal.Reason.class));

    private final String wrongCredentials;
    private final String unavailable;
    private final Map<Refusal.Reason, String> refusals;

    private PersonTexts(String wrongCredentials, String unavailable, Map<Refusal.Reason, String> refusals) {
        this.wrongCredentials = wrongCredentials;
        this.unavailable = unavailable;
        this.refusals = refusals;
    }

    /** {@return the library's texts, in English} */
    public static PersonTexts standard() {
        return STANDARD;
    }

    /**
     * A copy with another text for a wrong password, an unknown user, and all refusals whose password was not proved. In
     * Auth0 it becomes the description in the tenant's log; what people read there is Auth0's own text.
     *
     * @param text 1 to 500 characters without control characters
     * @return the copy
     * @throws IllegalArgumentException if {@code text} has another form
     */
    public PersonTexts withWrongCredentials(String text) {
        return new PersonTexts(checked("wrongCredentials", text), unavailable, refusals);
    }

    /**
     * A copy with another text for times when nobody can be asked. It is in the answer for callers that show it; Auth0's
     * scripts make an {@code Error} of such an answer, with an English text of their own that is meant for Auth0's log.
     *
     * @param text 1 to 500 characters without control characters
     * @return the copy
     * @throws IllegalArgumentException if {@code text} has another form
     */
    public PersonTexts withUnavailable(String text) {
        return new PersonTexts(wrongCredentials, checked("unavailable", text), refusals);
    }

    /**
     * A copy with another text for one reason, read by people who typed the right password.
     *
     * @param reason the reason
     * @param text 1 to 500 characters without control characters
     * @return the copy
     * @throws IllegalArgumentException if {@code text} has another form
     */
    public PersonTexts withRefusal(Refusal.Reason reason, String text) {
        Map<Refusal.Reason, String> more = new EnumMap<>(Refusal.Reason.class);
        more.putAll(refusals);
        more.put(Objects.requireNonNull(reason, "reason"), checked(reason.name(), text));
        return new PersonTexts(wrongCredentials, unavailable, more);
    }

    private static String checked(String what, String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the text for " + what + " must be 1 to " + MAX_LENGTH
                    + " characters without line ends and other control characters: write one short sentence");
        }
        return text;
    }

    String wrongCredentials() {
        return wrongCredentials;
    }

    String unavailable() {
        return unavailable;
    }

    String refused(Refusal refusal) {
        return refusal.passwordProved()
                ? refusals.getOrDefault(refusal.reason(), refusal.messageForPerson())
                : wrongCredentials;
    }
}
