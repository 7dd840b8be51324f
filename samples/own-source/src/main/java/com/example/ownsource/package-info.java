/** A company's own user API as a migration source. */
@NullMarked
package com.example.ownsource;

import org.jspecify.annotations.NullMarked;
