@NullMarked
package io.github.auth0migration.exports.index;

import org.jspecify.annotations.NullMarked;
