package io.github.auth0migration.testsupport;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need Node.js on the PATH: skipped without it, but never in CI. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(NeedsNodeJs.Condition.class)
public @interface NeedsNodeJs {

    /** Whether to run. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean installed = Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "")
                            .split(File.pathSeparator, -1))
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, "node")));
            return installed || "true".equals(System.getenv("CI"))
                    ? ConditionEvaluationResult.enabled("Node.js is here, or must be")
                    : ConditionEvaluationResult.disabled("no Node.js on this machine: put node on the PATH");
        }
    }
}
