package io.github.auth0migration;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody whom the platform may well know cannot come in now. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Refusal {

    /** What a person reads whose password was not proved, whatever the reason. */
    public static final String WRONG_CREDENTIALS_MESSAGE = "Wrong e-mail or password.";

    /**
     * What stands in the way. More reasons may be added in any release: a {@code switch} over them needs a
     * {@code default}.
     */
    public enum Reason {
        /** Too many wrong passwords at the platform. */
        LOCKED_OUT("Your account is locked. Please try again later or contact support."),
        /** An administrator suspended or deactivated the account. */
        DISABLED("Your account is disabled. Please contact support."),
        /** The account was never activated. */
        NOT_ACTIVATED("Your account is not activated yet. Please follow the link in your activation e-mail."),
        /** The platform wants the e-mail address verified first. */
        EMAIL_UNVERIFIED("Please verify your e-mail address first."),
        /** The password was right, but it is too old. */
        PASSWORD_EXPIRED("Your password has expired. Please reset it."),
        /** An administrator or the platform asks for a reset. */
        PASSWORD_RESET_REQUIRED("Please reset your password."),
        /** The password was right, but a second factor is due, and it cannot be checked here. */
        SECOND_FACTOR_REQUIRED("Your account is protected by a second factor. Please contact support to move it."),
        /** The password was right, but the platform wants a second factor enrolled first. */
        SECOND_FACTOR_ENROLLMENT_REQUIRED("Your account needs a second factor. Please contact support."),
        /** The platform's registration was never finished. */
        REGISTRATION_INCOMPLETE("Your registration is not complete. Please finish it first."),
        /** A sign-on policy, of the platform or of the host, says no. */
        POLICY_DENIED("You are not allowed to sign in from here. Please contact support."),
        /** The platform found the password in a breach. */
        BREACHED_PASSWORD("Your password was found in a data breach elsewhere. Please reset it."),
        /** The account has no password here: it signs in through another identity provider. */
        NO_PASSWORD("Please sign in the way you signed up."),
        /** The account that answered does not own what was typed. */
        IDENTITY_MISMATCH("Please sign in with your e-mail address."),
        /** More than one account owns what was typed. */
        AMBIGUOUS("We found more than one account. Please contact support."),
        /** Our own limit of guesses is reached. */
        TOO_MANY_ATTEMPTS("Too many attempts. Please wait a few minutes and try again.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;
    private final boolean passwordProved;
    private final @Nullable Duration retryAfter;

    private Refusal(Reason reason, boolean passwordProved, @Nullable Duration retryAfter) {
        this.reason = Objects.requireNonNull(reason, "reason");
        this.passwordProved = passwordProved;
        this.retryAfter = retryAfter;
    }

    /**
     * A refusal of somebody whose password was right.
     *
     * @param reason what stands in the way
     * @return the refusal
     */
    public static Refusal proved(Reason reason) {
        return new Refusal(reason, true, null);
    }

    /**
     * A refusal that says nothing about the password.
     *
     * @param reason what stands in the way
     * @return the refusal
     */
    public static Refusal unproved(Reason reason) {
        return new Refusal(reason, false, null);
    }

    /**
     * A copy that says when to come back.
     *
     * @param wait how long to wait; not negative
     * @return the copy
     */
    public Refusal withRetryAfter(Duration wait) {
        return new Refusal(reason, passwordProved, Objects.requireNonNull(wait, "wait"));
    }

    /** {@return what stands in the way} */
    public Reason reason() {
        return reason;
    }

    /**
     * Whether the typed password was proved right. When it was not, {@link #messageForPerson()} reads like a wrong
     * password: anything else would tell strangers that the address exists.
     *
     * @return whether it was
     */
    public boolean passwordProved() {
        return passwordProved;
    }

    /** {@return how long to wait before trying again, where it is known} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** {@return a text that may be shown to the person who tries to sign in} */
    public String messageForPerson() {
        return passwordProved ? reason.message : WRONG_CREDENTIALS_MESSAGE;
    }

    @Override
    public boolean equals(@Nullable Object o) {
        return o instanceof Refusal other
                && reason == other.reason
                && passwordProved == other.passwordProved
                && Objects.equals(retryAfter, other.retryAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, passwordProved, retryAfter);
    }

    @Override
    public String toString() {
        return "Refusal[" + reason + (passwordProved ? ", password proved" : "") + "]";
    }
}
