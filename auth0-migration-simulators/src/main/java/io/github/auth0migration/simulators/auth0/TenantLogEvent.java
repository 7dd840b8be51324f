package io.github.auth0migration.simulators.auth0;

/**
 * A line of the tenant's log.
 *
 * @param type the <a href="https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes">code</a>: {@code s} a sign-in,
 *     {@code fp} a wrong password, {@code fu} nobody known, {@code f} any other failed sign-in, {@code ss} and {@code fs}
 *     a sign-up, {@code scpr} and {@code fcpr} a reset asked for, {@code scp} and {@code fcp} a reset completed,
 *     {@code sce} and {@code fce} a change of e-mail
 * @param userId the user, or an empty text
 * @param description what the script or the connection said, or an empty text
 * @since 0.1.0
 */
public record TenantLogEvent(String type, String userId, String description) {}
