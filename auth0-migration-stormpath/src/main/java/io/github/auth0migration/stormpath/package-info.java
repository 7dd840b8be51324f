/**
 * Stormpath as a migration source: login attempts for sign-in, account search for look-up. Works with servers that speak
 * Stormpath's REST API, version 1.
 */
@NullMarked
package io.github.auth0migration.stormpath;

import org.jspecify.annotations.NullMarked;
