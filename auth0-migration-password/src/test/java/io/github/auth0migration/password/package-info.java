@NullMarked
package io.github.auth0migration.password;

import org.jspecify.annotations.NullMarked;
