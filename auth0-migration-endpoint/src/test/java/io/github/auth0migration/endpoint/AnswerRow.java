package io.github.auth0migration.endpoint;

/**
 * What an answer of the endpoint, or of something in its place, makes of a script's callback.
 *
 * @param script {@code login} or {@code get_user}
 * @param answer the answer in words
 * @param reply the answer
 * @param callback the call, as {@link ScriptRig#callback} writes it
 * @param log outcome and reason in the script's line
 */
record AnswerRow(String script, String answer, StubReply reply, String callback, String log) {

    @Override
    public String toString() {
        return script + ": " + reply.status() + " " + answer;
    }
}
