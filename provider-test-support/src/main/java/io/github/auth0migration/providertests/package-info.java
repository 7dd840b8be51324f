/** What the tests of all providers share. */
@NullMarked
package io.github.auth0migration.providertests;

import org.jspecify.annotations.NullMarked;
