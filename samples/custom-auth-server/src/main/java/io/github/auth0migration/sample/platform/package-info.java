/** The platforms that people leave, and the source that asks them. */
@NullMarked
package io.github.auth0migration.sample.platform;

import org.jspecify.annotations.NullMarked;
