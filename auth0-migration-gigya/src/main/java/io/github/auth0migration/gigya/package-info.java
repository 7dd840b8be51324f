/**
 * Gigya (SAP Customer Data Cloud) as a migration source: the accounts API for sign-in, look-up and the listing of
 * everybody.
 */
@NullMarked
package io.github.auth0migration.gigya;

import org.jspecify.annotations.NullMarked;
