@NullMarked
package io.github.auth0migration.docs;

import org.jspecify.annotations.NullMarked;
