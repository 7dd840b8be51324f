/**
 * Password hashes of Stormpath, Gigya and Auth0: read with {@link io.github.auth0migration.password.PasswordHash},
 * verified with bounded work, converted to what Auth0 imports.
 */
@NullMarked
package io.github.auth0migration.password;

import org.jspecify.annotations.NullMarked;
