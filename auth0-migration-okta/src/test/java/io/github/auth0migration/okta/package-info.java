@NullMarked
package io.github.auth0migration.okta;

import org.jspecify.annotations.NullMarked;
