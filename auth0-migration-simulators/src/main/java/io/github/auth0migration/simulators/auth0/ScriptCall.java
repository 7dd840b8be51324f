package io.github.auth0migration.simulators.auth0;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a container needs to run a script. */
record ScriptCall(String name, String script, List<?> arguments, Map<String, String> configuration, Duration limit) {

    Map<String, Object> message(long id) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("op", "run");
        message.put("id", id);
        message.put("name", name);
        message.put("script", script);
        message.put("arguments", arguments);
        message.put("configuration", configuration);
        message.put("limitMillis", limit.toMillis());
        return message;
    }

    @Override
    public String toString() {
        return "ScriptCall[" + name + "]";
    }
}
