package io.github.auth0migration.providertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page in the folder {@code docs} that tests generate; {@code -Ddocs=write} writes it anew. */
public final class DocsPage {

    private final Path path;

    private DocsPage(Path path) {
        this.path = path;
    }

    /** The page with this file name, seen from a module's folder. */
    public static DocsPage named(String fileName) {
        return new DocsPage(Path.of("..", "docs", fileName));
    }

    /** Fails unless the page has this text, or writes it. */
    public void assertIs(String text) {
        if ("write".equals(System.getProperty("docs"))) {
            write(text);
        }
        assertThat(path)
                .as("write it anew with -Ddocs=write")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(text);
    }

    private void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
