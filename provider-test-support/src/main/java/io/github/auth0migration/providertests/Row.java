package io.github.auth0migration.providertests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the test method that covers rows of a provider's catalogue of answers. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Row {
    /** The ids of the rows. */
    String[] value();

    /** The outcome, in the words of {@link Outcomes}. */
    String outcome();
}
