package io.github.auth0migration.okta;

/**
 * As which of Okta's two kinds of application the source signs people in.
 *
 * @see <a href="https://developer.okta.com/docs/reference/api/authn/#application-types">Application types</a>
 * @since 0.1.0
 */
public enum AuthnApplication {
    /**
     * A public application: the call carries no token, and Okta reveals nothing of a person before their password is
     * proved. The default, and the safer choice.
     */
    PUBLIC,
    /**
     * A trusted application: the call carries the API token, and with it the device id of
     * {@link io.github.auth0migration.ClientInfo} as {@code context.deviceToken} and {@code X-Device-Fingerprint}, which
     * Okta ignores otherwise.
     */
    TRUSTED
}
