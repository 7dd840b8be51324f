package io.github.auth0migration;

import java.util.Objects;

/**
 * Why somebody whom the platform may well know cannot come in now.
 *
 * @param reason what stands in the way
 * @param passwordProved whether the typed password was proved right. When it was not, {@link #messageForPerson()} reads
 *     like a wrong password: anything else would tell strangers that the address exists
 * @since 0.1.0
 */
public record Refusal(Reason reason, boolean passwordProved) {

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

    /**
     * Checks the components.
     *
     * @param reason what stands in the way
     * @param passwordProved whether the typed password was proved right
     */
    public Refusal {
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * A refusal of somebody whose password was right.
     *
     * @param reason what stands in the way
     * @return the refusal
     */
    public static Refusal proved(Reason reason) {
        return new Refusal(reason, true);
    }

    /**
     * A refusal that says nothing about the password.
     *
     * @param reason what stands in the way
     * @return the refusal
     */
    public static Refusal unproved(Reason reason) {
        return new Refusal(reason, false);
    }

    /** {@return a text that may be shown to the person who tries to sign in} */
    public String messageForPerson() {
        return passwordProved ? reason.message : WRONG_CREDENTIALS_MESSAGE;
    }
}
