/** A program on the module path that signs one person in. */
@NullMarked
package io.github.auth0migration.samples.modulepath;

import org.jspecify.annotations.NullMarked;
