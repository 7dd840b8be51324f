/** What a host needs: the two scripts, their outcomes, the migrated user, policies and combinators. */
@NullMarked
package io.github.auth0migration;

import org.jspecify.annotations.NullMarked;
