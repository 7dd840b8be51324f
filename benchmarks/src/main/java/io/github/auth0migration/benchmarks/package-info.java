/** Measurements behind the decisions in {@code docs/adr}. Run by hand, never deployed. */
@NullMarked
package io.github.auth0migration.benchmarks;

import org.jspecify.annotations.NullMarked;
