package io.github.auth0migration.okta;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the test method that covers a row of the catalogue in {@code okta-answers.csv}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Row {
    /** The ids of the rows. */
    String[] value();

    /** The outcome, in the words of {@link Outcomes}. */
    String outcome();
}
