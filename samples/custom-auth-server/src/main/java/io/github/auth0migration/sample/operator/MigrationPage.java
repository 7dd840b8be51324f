package io.github.auth0migration.sample.operator;

import io.github.auth0migration.sample.operator.MigrationLog.Attempt;
import io.github.auth0migration.sample.web.Html;
import io.github.auth0migration.sample.web.Page;
import io.github.auth0migration.sample.web.Request;
import io.github.auth0migration.sample.web.Response;
import io.github.auth0migration.sample.web.Template;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** The operator's page: how the migration goes. Thread-safe. */
public final class MigrationPage {

    private static final Template PAGE = Template.named("migration");
    private static final Template COUNT = Template.named("migration-count");
    private static final Template ATTEMPT = Template.named("migration-attempt");

    private final MigrationLog log;
    private final String sourceNames;
    private final OperatorSecret secret;

    /**
     * The page.
     *
     * @param log what it shows
     * @param sourceNames what to call the sources
     * @param secret who may see it
     */
    public MigrationPage(MigrationLog log, String sourceNames, OperatorSecret secret) {
        this.log = log;
        this.sourceNames = sourceNames;
        this.secret = secret;
    }

    /**
     * Answers with the page, or asks for the secret.
     *
     * @param request the request
     * @return the answer
     */
    public Response show(Request request) {
        if (!secret.isKnownTo(request)) {
            return Response.message(401, "This page is for operators.")
                    .with("WWW-Authenticate", "Basic realm=\"operators\", charset=\"UTF-8\"");
        }
        return Response.html(
                200,
                Page.titled(
                        "Migration",
                        PAGE.fill(Map.of(
                                "sources", sourceNames,
                                "signIns", counts(log.signIns()),
                                "sourceAnswers", counts(log.sourceAnswers()),
                                "attempts",
                                        Html.join(log.last().stream()
                                                .map(MigrationPage::row)
                                                .toList())))));
    }

    private static Html counts(Map<String, Long> counts) {
        return Html.join(counts.entrySet().stream()
                .map(count -> COUNT.fill(Map.of("name", count.getKey(), "count", count.getValue())))
                .toList());
    }

    private static Html row(Attempt attempt) {
        return ATTEMPT.fill(Map.of(
                "at", attempt.at().truncatedTo(ChronoUnit.SECONDS),
                "identifier", attempt.event().identifier(),
                "outcome", MigrationLog.nameOf(attempt.event().ending()),
                "source", attempt.event().sourceAsked() ? attempt.event().source() : "–",
                "migrated", attempt.event().migrated() ? "yes" : "–",
                "millis", attempt.event().duration().toMillis(),
                "correlationId", attempt.event().correlationId()));
    }
}
