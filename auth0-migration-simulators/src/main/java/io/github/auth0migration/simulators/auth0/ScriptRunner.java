package io.github.auth0migration.simulators.auth0;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs a connection's scripts: knows their texts and the configuration, and keeps one container. */
final class ScriptRunner implements ImportScripts, AutoCloseable {

    private final NodeProgram node;
    private final Duration limit;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, String> configuration = new ConcurrentHashMap<>();
    private final List<ScriptRun> runs = new CopyOnWriteArrayList<>();
    private final List<String> lateCallbacks = new CopyOnWriteArrayList<>();
    private final ReentrantLock starting = new ReentrantLock();
    private @Nullable ScriptContainer container;
    private volatile boolean withContext;

    ScriptRunner(NodeProgram node, Duration limit) {
        this.node = node;
        this.limit = limit;
    }

    void scripts(String login, String getUser) {
        texts.put("login", login);
        texts.put("get_user", getUser);
    }

    void configure(String key, String value) {
        configuration.put(key, value);
    }

    void enableContext() {
        withContext = true;
    }

    List<ScriptRun> runs() {
        return List.copyOf(runs);
    }

    List<String> lateCallbacks() {
        return List.copyOf(lateCallbacks);
    }

    void forgetGlobal() {
        container().forgetGlobal();
    }

    @Override
    public ScriptResult login(String userNameOrEmail, String password) {
        return run("login", List.of(userNameOrEmail, password), Map.of()).result();
    }

    @Override
    public ScriptResult getUser(String identifier) {
        return run("get_user", List.of(identifier), Map.of()).result();
    }

    ScriptRun run(String name, List<String> arguments, Map<String, ?> context) {
        List<Object> all = new ArrayList<>(arguments);
        if (withContext) {
            all.add(context);
        }
        String text = texts.getOrDefault(name, "");
        ScriptRun run = container().run(new ScriptCall(name, text, all, Map.copyOf(configuration), limit));
        runs.add(run);
        return run;
    }

    private ScriptContainer container() {
        starting.lock();
        try {
            ScriptContainer current = container;
            if (current == null || !current.isAlive()) {
                current = ScriptContainer.start(node, lateCallbacks::add);
                container = current;
            }
            return current;
        } finally {
            starting.unlock();
        }
    }

    @Override
    public void close() {
        starting.lock();
        try {
            if (container != null) {
                container.close();
                container = null;
            }
        } finally {
            starting.unlock();
        }
    }
}
