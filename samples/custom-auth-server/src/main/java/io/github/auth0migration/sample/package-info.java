/** A small auth server that embeds the SDK: the main class and what puts the parts together. */
@NullMarked
package io.github.auth0migration.sample;

import org.jspecify.annotations.NullMarked;
