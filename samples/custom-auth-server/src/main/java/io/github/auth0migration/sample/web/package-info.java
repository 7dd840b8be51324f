/** The little of HTTP and HTML that the server needs, over the JDK's own server. */
@NullMarked
package io.github.auth0migration.sample.web;

import org.jspecify.annotations.NullMarked;
