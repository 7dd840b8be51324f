/** Nothing but the tests of what README and docs say, and of the rules of the architecture. */
package io.github.auth0migration.docs;
