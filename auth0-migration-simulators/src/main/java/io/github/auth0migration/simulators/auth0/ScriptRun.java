package io.github.auth0migration.simulators.auth0;

import java.util.List;

/**
 * One run of an action script.
 *
 * @param script {@code login} or {@code get_user}, as Auth0's API calls them
 * @param result how it ended
 * @param callbackCalls how often the callback had been called by then
 * @param console what it wrote with {@code console.log} and its like by then, line by line
 * @since 0.1.0
 */
public record ScriptRun(String script, ScriptResult result, int callbackCalls, List<String> console) {

    /**
     * Copies the lines.
     *
     * @param script which script
     * @param result how it ended
     * @param callbackCalls how often the callback had been called
     * @param console what it wrote
     */
    public ScriptRun {
        console = List.copyOf(console);
    }
}
