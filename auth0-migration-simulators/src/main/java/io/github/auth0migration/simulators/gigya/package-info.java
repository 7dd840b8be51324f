/** A Gigya site (SAP Customer Data Cloud) in this process: sign-in, accounts, search, with their traps. */
@NullMarked
package io.github.auth0migration.simulators.gigya;

import org.jspecify.annotations.NullMarked;
