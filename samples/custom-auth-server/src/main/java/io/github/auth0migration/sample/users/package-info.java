/** The target: a user store over JDBC, with passwords of its own. */
@NullMarked
package io.github.auth0migration.sample.users;

import org.jspecify.annotations.NullMarked;
