/** Not API. */
@NullMarked
package io.github.auth0migration.internal;

import org.jspecify.annotations.NullMarked;
