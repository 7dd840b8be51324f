/** Tests of the host. */
@NullMarked
package io.github.auth0migration.sample.endpoint;

import org.jspecify.annotations.NullMarked;
