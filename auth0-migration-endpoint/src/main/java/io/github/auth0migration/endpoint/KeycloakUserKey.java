package io.github.auth0migration.endpoint;

/**
 * By what Keycloak's plug-in names a person when it asks about a password: the same as the plug-in's own setting.
 *
 * @since 0.1.0
 */
public enum KeycloakUserKey {
    /**
     * By the username that Keycloak has for them. The default, as in the plug-in. Whoever can change usernames in Keycloak
     * decides whose old password opens an account there.
     */
    USERNAME,
    /**
     * By the id that the look-up gave: the plug-in's setting to use the user id for verifying credentials is on. A password
     * counts only for the very person that was looked up, whatever they are called by now. It costs one more look-up.
     */
    USER_ID
}
