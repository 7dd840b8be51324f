package io.github.auth0migration.providertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The page {@code docs/<platform>-answers.md}, made of the catalogue of what a platform answers and of the tests that
 * cover it: a row of the catalogue without a test, a test without a row, and an old page fail the build.
 */
public final class AnswersPage {

    private record Cover(String outcome, String test) {}

    private final String platform;
    private final String displayName;
    private final String noteOnBasis;
    private final Map<String, Cover> covers = new LinkedHashMap<>();

    private AnswersPage(String platform, String displayName, String noteOnBasis) {
        this.platform = platform;
        this.displayName = displayName;
        this.noteOnBasis = noteOnBasis;
    }

    /**
     * A page without rows.
     *
     * @param platform as in the module's name; the catalogue is the resource {@code /<platform>-answers.csv}, with
     *     {@code id|basis|text} in each line
     * @param displayName what people call the platform
     * @param noteOnBasis what the column "basis" says, in sentences
     */
    public static AnswersPage of(String platform, String displayName, String noteOnBasis) {
        return new AnswersPage(platform, displayName, noteOnBasis);
    }

    /** Adds the rows of a parameterized test. */
    public AnswersPage rows(Class<?> test, Stream<? extends CoveredRow> rows) {
        rows.forEach(row -> put(row.id(), new Cover(row.outcome(), test.getSimpleName())));
        return this;
    }

    /** Adds the rows that single test methods cover: those with a {@link Row}. */
    public AnswersPage methods(Class<?>... tests) {
        for (Class<?> test : tests) {
            Stream.of(test.getDeclaredMethods())
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(this::method);
        }
        return this;
    }

    private void method(Method method) {
        Row row = method.getAnnotation(Row.class);
        if (row != null) {
            String test = method.getDeclaringClass().getSimpleName() + "." + method.getName();
            Arrays.stream(row.value()).forEach(id -> put(id, new Cover(row.outcome(), test)));
        }
    }

    private void put(String id, Cover cover) {
        assertThat(covers.put(id, cover)).as("row %s is covered twice", id).isNull();
    }

    private List<String[]> catalogue() {
        String resource = "/" + platform + "-answers.csv";
        try (InputStream csv = Objects.requireNonNull(AnswersPage.class.getResourceAsStream(resource), resource)) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless every row has a test and every test a row. */
    public void assertEveryRowIsCovered() {
        assertThat(covers.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        catalogue().stream().map(row -> row[0]).toList());
    }

    /** Fails unless the page is what the tests say, or writes it. */
    public void assertUpToDate() {
        DocsPage.named(platform + "-answers.md").assertIs(text());
    }

    private String text() {
        StringBuilder page = new StringBuilder("""
                # What %1$s answers, and what we make of it

                Generated from the tests of `auth0-migration-%2$s`; the build fails when a row has no test. To write it anew:
                `mvn -pl auth0-migration-%2$s -am test -Dtest=%1$sAnswersDocTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs=write`.

                %3$s "Refused" without "password proved" reads like a wrong password to the person.

                | %1$s answers | basis | outcome | test |
                |---|---|---|---|
                """.formatted(displayName, platform, noteOnBasis.strip()));
        for (String[] row : catalogue()) {
            Cover cover = Objects.requireNonNull(covers.get(row[0]), row[0]);
            page.append("| " + row[2] + " | " + row[1] + " | " + cover.outcome() + " | `" + cover.test() + "` |\n");
        }
        return page.toString();
    }
}
