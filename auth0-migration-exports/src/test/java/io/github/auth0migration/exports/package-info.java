@NullMarked
package io.github.auth0migration.exports;

import org.jspecify.annotations.NullMarked;
