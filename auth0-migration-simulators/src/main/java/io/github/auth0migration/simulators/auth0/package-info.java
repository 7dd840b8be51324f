/** A database connection of Auth0 in this process: action scripts in Node.js, with import mode on. */
@NullMarked
package io.github.auth0migration.simulators.auth0;

import org.jspecify.annotations.NullMarked;
