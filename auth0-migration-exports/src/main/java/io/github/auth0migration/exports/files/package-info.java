/** The files of an export: which rows are in them, and each row again. */
@NullMarked
package io.github.auth0migration.exports.files;

import org.jspecify.annotations.NullMarked;
