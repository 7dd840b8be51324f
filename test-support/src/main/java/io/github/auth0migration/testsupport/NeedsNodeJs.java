package io.github.auth0migration.testsupport;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that need Node.js 18 or later on the PATH: skipped without it, but never in CI. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(NeedsNodeJs.Condition.class)
public @interface NeedsNodeJs {

    /** Whether to run. */
    final class Condition implements ExecutionCondition {

        private static final int OLDEST = 18;
        private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})\\..*\\R?");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return "true".equals(System.getenv("CI")) || Installed.VERSION >= OLDEST
                    ? ConditionEvaluationResult.enabled("Node.js is here, or must be")
                    : ConditionEvaluationResult.disabled(
                            "no Node.js " + OLDEST + " or later on this machine: put node on the PATH");
        }

        /** Asked once per JVM. */
        private static final class Installed {
            private static final int VERSION = version();

            private static int version() {
                try {
                    Process node = new ProcessBuilder("node", "--version").start();
                    byte[] said = node.getInputStream().readAllBytes();
                    Matcher version = Condition.VERSION.matcher(new String(said, StandardCharsets.UTF_8));
                    return version.matches() ? Integer.parseInt(version.group(1)) : 0;
                } catch (IOException e) {
                    return 0;
                }
            }
        }
    }
}
