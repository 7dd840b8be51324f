/** The HTTP endpoint that Auth0's action scripts call, and the scripts. */
@NullMarked
package io.github.auth0migration.endpoint;

import org.jspecify.annotations.NullMarked;
