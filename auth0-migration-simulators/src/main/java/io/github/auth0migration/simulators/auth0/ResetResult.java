package io.github.auth0migration.simulators.auth0;

/**
 * How the begin of a password reset ended.
 *
 * @since 0.1.0
 */
public sealed interface ResetResult {

    /**
     * A mail is on its way.
     *
     * @param ticket what the link in the mail carries
     */
    record MailSent(String ticket) implements ResetResult {}

    /** Neither the connection nor the old user store knows the address: no mail. */
    record NobodyKnown() implements ResetResult {}

    /**
     * Nobody could tell: no mail.
     *
     * @param event what the log says of it: {@code fcpr}
     */
    record Failed(TenantLogEvent event) implements ResetResult {}
}
