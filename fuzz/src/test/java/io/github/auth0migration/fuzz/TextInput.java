package io.github.auth0migration.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The bytes of the fuzzer as lines of text, so that seeds can be read and written by hand. */
final class TextInput {

    private final List<String> parts;

    private TextInput(List<String> parts) {
        this.parts = parts;
    }

    /** As many lines as asked for; the last has all that is left. */
    static TextInput of(byte[] data, int lines) {
        String[] parts = new String(data, StandardCharsets.UTF_8).split("\n", lines);
        return new TextInput(Arrays.asList(parts));
    }

    /** {@return the line; empty when there is none} */
    String line(int index) {
        return index < parts.size() ? parts.get(index) : "";
    }
}
