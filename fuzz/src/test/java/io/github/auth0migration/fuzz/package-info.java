/** Fuzz tests: a class for each thing that reads what others wrote. How to run and add them: {@code fuzz/README.md}. */
@NullMarked
package io.github.auth0migration.fuzz;

import org.jspecify.annotations.NullMarked;
