/** Who is signed in, and tokens against forged forms. */
@NullMarked
package io.github.auth0migration.sample.session;

import org.jspecify.annotations.NullMarked;
