@NullMarked
package com.example.ownsource;

import org.jspecify.annotations.NullMarked;
