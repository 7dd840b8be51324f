package io.github.auth0migration.simulators.gigya;

/**
 * What a sign-in that leaves a step to do, with a code of 206xxx, tells beside its {@code regToken}.
 *
 * @since 0.1.0
 */
public enum GigyaPartialLogin {
    /** As much as a finished sign-in, but for the session. */
    WHOLE,
    /** The account's id and state, and neither profile, data, e-mails nor login ids, even if they are asked for. */
    WITHOUT_PROFILE,
    /** Nothing. */
    TOKEN_ONLY
}
