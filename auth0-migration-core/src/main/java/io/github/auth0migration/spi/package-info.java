/** What an author of a source needs: transport, retry, JSON and the checks that every source shares. */
@NullMarked
package io.github.auth0migration.spi;

import org.jspecify.annotations.NullMarked;
