/** Where each account of an export stands, on disk: built once, in constant memory. */
@NullMarked
package io.github.auth0migration.exports.index;

import org.jspecify.annotations.NullMarked;
