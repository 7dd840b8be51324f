package io.github.auth0migration.sample.settings;

import java.util.List;

/** Tells everything that is wrong with the settings at once; each sentence names the setting, the rule and the fix. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Settings that are not right.
     *
     * @param problems what is wrong, without repeating what may be secret
     */
    public InvalidSettingsException(List<String> problems) {
        super("The settings are not right:\n  - " + String.join("\n  - ", problems));
    }
}
