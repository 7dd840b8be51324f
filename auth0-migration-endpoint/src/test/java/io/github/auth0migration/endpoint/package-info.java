@NullMarked
package io.github.auth0migration.endpoint;

import org.jspecify.annotations.NullMarked;
