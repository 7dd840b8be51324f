/** Platforms in this process, simulated or left behind, with one person for each interesting state. */
@NullMarked
package io.github.auth0migration.sample.demo;

import org.jspecify.annotations.NullMarked;
