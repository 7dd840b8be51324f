/** What can be set from the environment. */
@NullMarked
package io.github.auth0migration.sample.settings;

import org.jspecify.annotations.NullMarked;
