package io.github.auth0migration.okta;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A row of a table: what Okta answers, under which settings, and what we make of it.
 *
 * @param id the row in the catalogue
 * @param outcome what we make of it, in the words of {@link Outcomes}
 * @param answer sets the stub up
 * @param settings sets the source up
 */
record AnswerRow(String id, String outcome, Consumer<OktaStub> answer, UnaryOperator<OktaSource.Builder> settings) {

    static AnswerRow of(String id, String outcome, Consumer<OktaStub> answer) {
        return new AnswerRow(id, outcome, answer, UnaryOperator.identity());
    }

    AnswerRow with(UnaryOperator<OktaSource.Builder> newSettings) {
        return new AnswerRow(id, outcome, answer, newSettings);
    }

    @Override
    public String toString() {
        return id + " → " + outcome;
    }
}
