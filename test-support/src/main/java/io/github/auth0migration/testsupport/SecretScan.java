package io.github.auth0migration.testsupport;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails the build when a {@link Marked} secret shows up in any log line at TRACE, or in anything handed to
 * {@link #clean(Object)}. JUnit finds it by itself in every module that has test-support on its test class path.
 */
public final class SecretScan implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final List<String> HITS = new CopyOnWriteArrayList<>();

    /** Checks what an object tells of itself: its text and, for exceptions, the whole chain. Returns the object. */
    public static <T> T clean(T object) {
        if (Marked.isIn(textOf(object))) {
            throw new AssertionError(
                    "a secret shows in the text of a " + object.getClass().getName());
        }
        return object;
    }

    static void scanLog(String logger, String text) {
        if (Marked.isIn(text)) {
            HITS.add(logger + " in thread " + Thread.currentThread().getName());
        }
    }

    /** Forgets what was found and returns it: for the scan's own test. */
    static List<String> takeHits() {
        List<String> taken = List.copyOf(HITS);
        HITS.clear();
        return taken;
    }

    private static String textOf(Object object) {
        if (!(object instanceof Throwable throwable)) {
            return String.valueOf(object);
        }
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RecordingAppender.install();
        // Closed when all tests are over: finds what background threads log after the last test.
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SecretScan.class))
                .put("last look", (AutoCloseable) SecretScan::failOnHits);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        failOnHits();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        failOnHits();
    }

    private static void failOnHits() {
        List<String> hits = takeHits();
        if (!hits.isEmpty()) {
            throw new AssertionError("secrets were logged by " + hits);
        }
    }
}
