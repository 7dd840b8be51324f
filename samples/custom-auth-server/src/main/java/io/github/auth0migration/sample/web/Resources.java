package io.github.auth0migration.sample.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files within the jar. */
public final class Resources {

    private Resources() {}

    /**
     * Reads a file.
     *
     * @param path its absolute path in the jar
     * @return its bytes
     */
    public static byte[] bytes(String path) {
        try (InputStream file = Resources.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text.
     *
     * @param path its absolute path in the jar
     * @return its text
     */
    public static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
