package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Failure;
import io.github.auth0migration.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code outcomes.md} has an entry for everything that can be refused or fail, with the text that people read. */
class OutcomesPageTest {

    private static final Pattern ENTRY =
            Pattern.compile("^### ([A-Z_]+)\\n(.*?)(?=^##|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

    private static Map<String, String> entries(String chapter) {
        String page = read();
        int begin = page.indexOf("\n## " + chapter + "\n");
        int next = page.indexOf("\n## ", begin + 1);
        return ENTRY.matcher(next < 0 ? page.substring(begin) : page.substring(begin, next))
                .results()
                .collect(Collectors.toMap(entry -> entry.group(1), entry -> entry.group(2)));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("outcomes.md"));
        } catch (IOException e) {
            throw new AssertionError("docs/outcomes.md cannot be read", e);
        }
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    @Test
    void everyRefusalAndFailureHasAnEntryAndNothingElseDoes() {
        assertThat(entries("Refusals").keySet()).containsExactlyInAnyOrderElementsOf(names(Refusal.Reason.values()));
        assertThat(entries("Failures").keySet()).containsExactlyInAnyOrderElementsOf(names(Failure.Kind.values()));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalsEntrySaysCauseRemedyAndText(Refusal.Reason reason) {
        assertThat(entries("Refusals").get(reason.name()))
                .contains("- **Cause:** ", "- **Operator:** ")
                .contains("- **Person reads:** \"" + Refusal.proved(reason).messageForPerson() + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void aFailuresEntrySaysCauseAndRemedy(Failure.Kind kind) {
        assertThat(entries("Failures").get(kind.name())).contains("- **Cause:** ", "- **Operator:** ");
    }

    @Test
    void theCommonTextsAreTheirs() {
        assertThat(read())
                .contains("\"" + Failure.of(Failure.Kind.CONNECT, "").messageForPerson() + "\"")
                .contains("\"" + Refusal.WRONG_CREDENTIALS_MESSAGE + "\"");
    }
}
