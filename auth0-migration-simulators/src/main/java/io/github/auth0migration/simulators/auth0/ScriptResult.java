package io.github.auth0migration.simulators.auth0;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an action script ended, as its <a
 * href="https://auth0.com/docs/authenticate/database-connections/custom-db/templates/login">callback</a> was called, or
 * not.
 *
 * @since 0.1.0
 */
public sealed interface ScriptResult {

    /**
     * {@code callback(null, profile)}.
     *
     * @param profile the profile, as JSON has it
     */
    record Profile(Map<String, @Nullable Object> profile) implements ScriptResult {

        /**
         * Copies the profile.
         *
         * @param profile the profile, as JSON has it
         */
        public Profile {
            profile = Collections.unmodifiableMap(new LinkedHashMap<>(profile));
        }

        /** {@return the member {@code user_id}, or an empty text where it is no text} */
        public String userId() {
            return profile.get("user_id") instanceof String userId ? userId : "";
        }

        @Override
        public String toString() {
            return "Profile[" + userId() + "]";
        }
    }

    /** {@code callback(null)} or {@code callback(null, null)}. */
    record Nothing() implements ScriptResult {}

    /**
     * {@code callback(error)}.
     *
     * @param name the error's class: {@code WrongUsernameOrPasswordError}, {@code ValidationError},
     *     {@code UnauthorizedError} or any other
     * @param arguments what Auth0's own classes were made of; of others the message
     * @param message the message
     */
    record ScriptError(String name, List<@Nullable Object> arguments, String message) implements ScriptResult {

        /**
         * Copies the arguments.
         *
         * @param name the error's class
         * @param arguments what it was made of
         * @param message the message
         */
        public ScriptError {
            arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        }
    }

    /**
     * The callback was not called in time.
     *
     * @param limit how long the script had
     */
    record TimedOut(Duration limit) implements ScriptResult {}

    /**
     * The script broke its contract or the container: an uncaught exception, an unhandled rejection, a second call of the
     * callback, a profile that is no object.
     *
     * @param reason which of them, without what the script held
     */
    record Failed(String reason) implements ScriptResult {}
}
