/** What several simulators need to read requests; not API. */
@NullMarked
package io.github.auth0migration.simulators.internal;

import org.jspecify.annotations.NullMarked;
