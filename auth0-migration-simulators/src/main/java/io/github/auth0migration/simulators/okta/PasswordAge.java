package io.github.auth0migration.simulators.okta;

/** How near a password is to its end. */
enum PasswordAge {
    FRESH,
    EXPIRES_SOON,
    EXPIRED
}
