/** For tests: an in-memory source for hosts, and the contracts that every source passes. */
@NullMarked
package io.github.auth0migration.testkit;

import org.jspecify.annotations.NullMarked;
