/** What an account of the platform means, wherever it was read: for this module and for exports. Not API. */
@NullMarked
package io.github.auth0migration.gigya.internal;

import org.jspecify.annotations.NullMarked;
