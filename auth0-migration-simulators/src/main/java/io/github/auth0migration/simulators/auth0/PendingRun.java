package io.github.auth0migration.simulators.auth0;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A run that a container has not reported yet. */
final class PendingRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Beyond the limit that the container keeps itself: for loops that never let it come to it.
    private static final long GRACE_MILLIS = 2_000;

    private final ScriptCall call;
    private final List<String> console = new CopyOnWriteArrayList<>();
    private final CompletableFuture<ScriptRun> done = new CompletableFuture<>();

    PendingRun(ScriptCall call) {
        this.call = call;
    }

    void print(String line) {
        console.add(line);
    }

    void report(JsonNode result, int calls) {
        end(read(result), calls);
    }

    void end(ScriptResult result, int calls) {
        done.complete(new ScriptRun(call.name(), result, calls, console));
    }

    /** Waits for the report; without one in time the run has timed out, and so has its container. */
    ScriptRun await(Runnable onBlockedContainer) {
        try {
            return done.get(call.limit().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            end(new ScriptResult.TimedOut(call.limit()), 0);
            onBlockedContainer.run();
            return done.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a script ran", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ScriptResult read(JsonNode result) {
        return switch (result.path("type").asText()) {
            case "profile" -> new ScriptResult.Profile(JSON.convertValue(result.path("profile"), new ProfileType()));
            case "nothing" -> new ScriptResult.Nothing();
            case "error" ->
                new ScriptResult.ScriptError(
                        result.path("name").asText(),
                        JSON.convertValue(result.path("arguments"), new ArgumentsType()),
                        result.path("message").asText());
            case "timeout" -> new ScriptResult.TimedOut(call.limit());
            default -> new ScriptResult.Failed(result.path("reason").asText());
        };
    }

    private static final class ProfileType extends TypeReference<Map<String, @Nullable Object>> {}

    private static final class ArgumentsType extends TypeReference<List<@Nullable Object>> {}
}
