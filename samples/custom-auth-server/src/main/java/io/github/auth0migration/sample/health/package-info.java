/** Whether the server can do its work. */
@NullMarked
package io.github.auth0migration.sample.health;

import org.jspecify.annotations.NullMarked;
