/** Exports as migration sources: signing in when the platform is gone. */
@NullMarked
package io.github.auth0migration.exports;

import org.jspecify.annotations.NullMarked;
