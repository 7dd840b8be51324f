/** The sign-in page, the sign-in itself, and the page that says it worked. */
@NullMarked
package io.github.auth0migration.sample.signin;

import org.jspecify.annotations.NullMarked;
