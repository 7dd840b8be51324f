package io.github.auth0migration.simulators.gigya;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auth0migration.simulators.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a call is answered with, and its envelope. A class, not a record: its text must show no tokens. */
final class GigyaAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int errorCode;
    private final String details;
    private final Map<String, ?> members;

    private GigyaAnswer(int errorCode, String details, Map<String, ?> members) {
        this.errorCode = errorCode;
        this.details = details;
        this.members = members;
    }

    static GigyaAnswer ok(Map<String, ?> members) {
        return new GigyaAnswer(0, "", members);
    }

    static GigyaAnswer error(int errorCode) {
        return of(errorCode, Map.of());
    }

    static GigyaAnswer error(int errorCode, String details) {
        return new GigyaAnswer(errorCode, details, Map.of());
    }

    /** With members beside those of the envelope, which win against the envelope's. */
    static GigyaAnswer of(int errorCode, Map<String, ?> members) {
        return new GigyaAnswer(errorCode, ErrorTexts.of(errorCode), members);
    }

    static GigyaAnswer missing(String parameter) {
        return error(400_002, "Missing required parameter: " + parameter);
    }

    static GigyaAnswer invalid(String parameter) {
        return error(400_006, "Invalid parameter value: " + parameter);
    }

    /** HTTP 200 in any case: whether it went well is told by {@code errorCode} alone. */
    Reply reply(Instant now, String context) {
        Map<String, Object> body = new LinkedHashMap<>();
        int status = errorCode == 0 ? 200 : errorCode / 1000;
        body.put("callId", GigyaIds.call());
        body.put("errorCode", errorCode);
        if (errorCode != 0) {
            body.put("errorMessage", ErrorTexts.of(errorCode));
            body.put("errorDetails", details);
        }
        body.put("apiVersion", 2);
        body.put("statusCode", status);
        body.put("statusReason", ErrorTexts.reason(status));
        body.put("time", Times.millis(now));
        if (!context.isEmpty()) {
            body.put("context", context);
        }
        body.putAll(members);
        return Reply.text(200, "text/javascript; charset=utf-8", write(body));
    }

    private static String write(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "an answer cannot be written as JSON: give maps, lists, strings, numbers and booleans only", e);
        }
    }
}
