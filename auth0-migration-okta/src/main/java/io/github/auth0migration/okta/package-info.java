/**
 * Okta as a migration source: the Authentication API for sign-in, the Users API for look-up and listing. Works with
 * Classic Engine and Identity Engine organizations.
 */
@NullMarked
package io.github.auth0migration.okta;

import org.jspecify.annotations.NullMarked;
