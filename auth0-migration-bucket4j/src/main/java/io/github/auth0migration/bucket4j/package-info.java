/** An {@link io.github.auth0migration.AttemptGuard} that replicas share, on PostgreSQL by bucket4j. */
@NullMarked
package io.github.auth0migration.bucket4j;

import org.jspecify.annotations.NullMarked;
