@NullMarked
package io.github.auth0migration.samples.modulepath;

import org.jspecify.annotations.NullMarked;
