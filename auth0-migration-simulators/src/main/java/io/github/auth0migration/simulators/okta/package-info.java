/** An Okta org in this process: sign-in, users, factors, with their traps. */
@NullMarked
package io.github.auth0migration.simulators.okta;

import org.jspecify.annotations.NullMarked;
