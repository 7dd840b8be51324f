package io.github.auth0migration.endpoint;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Outcomes as JSON: 200 for every verdict about a person, 503 when there is none. */
record OutcomeMessages(PersonTexts texts) {

    EndpointResponse of(LoginOutcome outcome, String correlationId, Instant now) {
        return outcome.fold(
                authenticated ->
                        verdict("authenticated", correlationId, Map.of("profile", authenticated.toAuth0Profile(now))),
                rejected -> verdict("rejected", correlationId, rejection(rejected)),
                refused -> refusal(refused.refusal(), correlationId),
                unavailable -> unavailable(unavailable.failure(), correlationId));
    }

    EndpointResponse of(LookupOutcome outcome, String correlationId) {
        return outcome.fold(
                found -> verdict(
                        "found", correlationId, Map.of("profile", found.user().toAuth0Profile())),
                notFound -> verdict(
                        "not_found",
                        correlationId,
                        Map.of("evidence", notFound.evidence().name())),
                refused -> refusal(refused.refusal(), correlationId),
                unavailable -> unavailable(unavailable.failure(), correlationId));
    }

    private Map<String, Object> rejection(LoginOutcome.Rejected rejected) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("cause", rejected.cause().name());
        if (rejected.userId() != null) {
            members.put("user_id", rejected.userId());
        }
        members.put("message", texts.wrongCredentials());
        return members;
    }

    private EndpointResponse refusal(Refusal refusal, String correlationId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("reason", refusal.reason().name());
        members.put("password_proved", refusal.passwordProved());
        members.put("message", texts.refused(refusal));
        refusal.retryAfter().ifPresent(wait -> members.put("retry_after_seconds", seconds(wait)));
        return verdict("refused", correlationId, members);
    }

    EndpointResponse unavailable(Failure failure, String correlationId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", failure.kind().name());
        members.put("message", texts.unavailable());
        Optional<Long> wait = failure.retryAfter().map(OutcomeMessages::seconds);
        wait.ifPresent(seconds -> members.put("retry_after_seconds", seconds));
        EndpointResponse response = message(503, "unavailable", correlationId, members);
        return wait.map(seconds -> response.with("Retry-After", seconds.toString()))
                .orElse(response);
    }

    private static EndpointResponse verdict(String outcome, String correlationId, Map<String, ?> members) {
        return message(200, outcome, correlationId, members);
    }

    static EndpointResponse message(int status, String outcome, String correlationId, Map<String, ?> members) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", MigrationEndpoint.VERSION);
        all.put("outcome", outcome);
        all.put("correlation_id", correlationId);
        all.putAll(members);
        return EndpointResponse.json(status, all).with("X-Correlation-Id", correlationId);
    }

    /** Rounded up: whoever comes back after so many seconds must not be too early. */
    private static long seconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
