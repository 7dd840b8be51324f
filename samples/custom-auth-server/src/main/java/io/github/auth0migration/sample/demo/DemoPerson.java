package io.github.auth0migration.sample.demo;

/**
 * Somebody made up, whose password is no secret.
 *
 * @param name their name
 * @param email what to type
 * @param password their password at the source
 * @param story what signing in shows
 */
public record DemoPerson(String name, String email, String password, String story) {}
