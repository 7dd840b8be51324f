package io.github.auth0migration.providertests;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A row of a table: what a platform answers, under which settings, and what we make of it.
 *
 * @param id the row in the catalogue
 * @param outcome what we make of it, in the words of {@link Outcomes}
 * @param answer sets the stub up
 * @param settings sets the source up
 * @param <S> the stub
 * @param <B> the source's builder
 */
public record AnswerRow<S, B>(String id, String outcome, Consumer<S> answer, UnaryOperator<B> settings)
        implements CoveredRow {

    public static <S, B> AnswerRow<S, B> of(String id, String outcome, Consumer<S> answer) {
        return new AnswerRow<>(id, outcome, answer, UnaryOperator.identity());
    }

    public AnswerRow<S, B> with(UnaryOperator<B> newSettings) {
        return new AnswerRow<>(id, outcome, answer, newSettings);
    }

    @Override
    public String toString() {
        return id + " → " + outcome;
    }
}
