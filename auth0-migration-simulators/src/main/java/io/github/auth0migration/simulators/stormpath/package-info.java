/** A Stormpath tenant in this process, or a compatible server: login attempts, accounts, search, with their traps. */
@NullMarked
package io.github.auth0migration.simulators.stormpath;

import org.jspecify.annotations.NullMarked;
