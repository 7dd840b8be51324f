package io.github.auth0migration.sample.web;

/** Answers a request; called by many threads. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers.
     *
     * @param request what was asked
     * @return the answer
     */
    Response handle(Request request);
}
