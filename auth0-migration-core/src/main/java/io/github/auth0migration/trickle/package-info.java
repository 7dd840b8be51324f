/** The trickle engine and its stores, for hosts that own the sign-in themselves. */
@NullMarked
package io.github.auth0migration.trickle;

import org.jspecify.annotations.NullMarked;
