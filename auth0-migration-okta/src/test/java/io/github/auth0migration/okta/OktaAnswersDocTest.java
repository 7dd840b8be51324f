package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/okta-answers.md} from the catalogue of what Okta answers and the tests that cover it, and fails when
 * a row of the catalogue has no test, when a test covers no row, or when the page is not up to date.
 */
class OktaAnswersDocTest {

    private static final Path PAGE = Path.of("..", "docs", "okta-answers.md");
    private static final String INTRODUCTION = """
            # What Okta answers, and what we make of it

            Generated from the tests of `auth0-migration-okta`; the build fails when a row has no test. To write it anew:
            `mvn -pl auth0-migration-okta -am test -Dtest=OktaAnswersDocTest -Dsurefire.failIfNoSpecifiedTests=false -Dokta.answers=write`.

            "Basis" says how sure the answer itself is. Nothing here was seen on a live organization: rows that are
            *inferred*, *not confirmed*, *reported* or of *cause unknown* are just that; *ours* are answers that Okta does
            not document and that we are prepared for. "Refused" without "password proved" reads like a wrong password to
            the person.

            """;

    private record Cover(String outcome, String test) {}

    private static Map<String, Cover> covers() {
        Map<String, Cover> covers = new LinkedHashMap<>();
        answerRows("AuthnStatusTest", AuthnStatusTest.rows(), covers);
        answerRows("AuthnErrorTest", AuthnErrorTest.rows(), covers);
        answerRows("UserStatusTest", UserStatusTest.rows(), covers);
        IdentityTest.rows()
                .forEach(c -> put(
                        covers,
                        c.id(),
                        new Cover(
                                c.login().equals(c.lookup())
                                        ? c.login()
                                        : "login: " + c.login() + "; look-up: " + c.lookup(),
                                "IdentityTest")));
        Stream.of(IdentityTest.class, PitfallTest.class, OktaRateLimitTest.class)
                .forEach(test -> methodRows(test, covers));
        return covers;
    }

    private static void answerRows(String test, Stream<AnswerRow> rows, Map<String, Cover> covers) {
        rows.forEach(row -> put(covers, row.id(), new Cover(row.outcome(), test)));
    }

    private static void methodRows(Class<?> test, Map<String, Cover> covers) {
        Stream.of(test.getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> {
                    Row row = method.getAnnotation(Row.class);
                    if (row != null) {
                        Cover cover = new Cover(row.outcome(), test.getSimpleName() + "." + method.getName());
                        Arrays.stream(row.value()).forEach(id -> put(covers, id, cover));
                    }
                });
    }

    private static void put(Map<String, Cover> covers, String id, Cover cover) {
        assertThat(covers.put(id, cover)).as("row %s is covered twice", id).isNull();
    }

    private static List<String[]> catalogue() {
        try (InputStream csv = Objects.requireNonNull(
                OktaAnswersDocTest.class.getResourceAsStream("/okta-answers.csv"), "okta-answers.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() {
        Map<String, Cover> covers = covers();
        StringBuilder page = new StringBuilder(INTRODUCTION)
                .append("| Okta answers | basis | outcome | test |\n|---|---|---|---|\n");
        for (String[] row : catalogue()) {
            Cover cover = Objects.requireNonNull(covers.get(row[0]), row[0]);
            page.append("| %s | %s | %s | `%s` |%n"
                    .formatted(row[2], row[1], cover.outcome(), cover.test())
                    .replace("\r", ""));
        }
        return page.toString();
    }

    @Test
    void everyRowHasATestAndEveryTestARow() {
        assertThat(covers().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        catalogue().stream().map(row -> row[0]).toList());
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        if ("write".equals(System.getProperty("okta.answers"))) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as("write it anew with -Dokta.answers=write")
                .content(StandardCharsets.UTF_8)
                .isEqualTo(page());
    }
}
