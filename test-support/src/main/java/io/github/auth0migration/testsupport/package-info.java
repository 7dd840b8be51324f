/** For this project's own tests only. */
@NullMarked
package io.github.auth0migration.testsupport;

import org.jspecify.annotations.NullMarked;
