@NullMarked
package io.github.auth0migration.stormpath;

import org.jspecify.annotations.NullMarked;
