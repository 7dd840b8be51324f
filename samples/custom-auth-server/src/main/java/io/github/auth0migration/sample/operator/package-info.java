/** What an operator sees: counts and the last attempts. */
@NullMarked
package io.github.auth0migration.sample.operator;

import org.jspecify.annotations.NullMarked;
