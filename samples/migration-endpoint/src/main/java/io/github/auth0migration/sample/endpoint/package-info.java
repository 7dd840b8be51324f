/** A host of the endpoint that Auth0's action scripts call. */
@NullMarked
package io.github.auth0migration.sample.endpoint;

import org.jspecify.annotations.NullMarked;
