/** What the simulators share: the base class with faults and recorded requests, and the small HTTP server under it. */
@NullMarked
package io.github.auth0migration.simulators;

import org.jspecify.annotations.NullMarked;
