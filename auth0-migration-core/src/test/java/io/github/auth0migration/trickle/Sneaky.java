package io.github.auth0migration.trickle;

/** Throws checked exceptions undeclared, as code in Kotlin, Groovy or Scala does. */
final class Sneaky {

    private Sneaky() {}

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <E extends Exception> E thrown(Exception exception) throws E {
        throw (E) exception;
    }
}
