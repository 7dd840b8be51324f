@NullMarked
package io.github.auth0migration.gigya;

import org.jspecify.annotations.NullMarked;
