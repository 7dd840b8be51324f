package io.github.auth0migration.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The table of answers and callbacks: what docs/action-scripts.md shows and {@link AnswersOfTheEndpointTest} runs. */
final class AnswerRows {

    private static final String ERROR = "callback(new Error(text))";
    private static final String PROFILE = "\"profile\":{\"user_id\":\"okta|00u1\",\"name\":\"Ada Winter\"}";

    private AnswerRows() {}

    static List<AnswerRow> login() {
        return List.of(
                login("authenticated", 200, said("authenticated", PROFILE), "callback(null, profile)", "authenticated"),
                login(
                        "rejected, cause UNKNOWN_USER",
                        200,
                        said("rejected", "\"cause\":\"UNKNOWN_USER\",\"message\":\"No.\""),
                        "callback(new WrongUsernameOrPasswordError(null, message))",
                        "rejected UNKNOWN_USER"),
                login(
                        "rejected, cause WRONG_PASSWORD, with a user_id",
                        200,
                        said("rejected", "\"cause\":\"WRONG_PASSWORD\",\"user_id\":\"okta|00u1\",\"message\":\"No.\""),
                        "callback(new WrongUsernameOrPasswordError(user_id, message))",
                        "rejected WRONG_PASSWORD"),
                login(
                        "rejected, cause UNSPECIFIED or one of a later release, without a user_id",
                        200,
                        said("rejected", "\"cause\":\"UNSPECIFIED\",\"message\":\"No.\""),
                        "callback(new WrongUsernameOrPasswordError(userNameOrEmail, message))",
                        "rejected UNSPECIFIED"),
                login(
                        "refused, password proved",
                        200,
                        said("refused", "\"reason\":\"LOCKED_OUT\",\"password_proved\":true,\"message\":\"No.\""),
                        "callback(new UnauthorizedError(message))",
                        "refused LOCKED_OUT"),
                login(
                        "refused, password not proved",
                        200,
                        said("refused", "\"reason\":\"LOCKED_OUT\",\"password_proved\":false,\"message\":\"No.\""),
                        "callback(new WrongUsernameOrPasswordError(null, message))",
                        "refused LOCKED_OUT"),
                login(
                        "refused, password not proved, with a reason that is no word",
                        200,
                        said("refused", "\"reason\":{\"toString\":null},\"password_proved\":false,\"message\":\"No.\""),
                        "callback(new WrongUsernameOrPasswordError(null, message))",
                        "refused other"),
                login("unavailable", 503, unavailable(), ERROR, "unavailable TIMEOUT"),
                login("error, such as a wrong secret", 401, error("unauthorized"), ERROR, "error unauthorized"),
                login(
                        "error, such as a message that is refused",
                        400,
                        error("invalid_request"),
                        ERROR,
                        "error invalid_request"));
    }

    static List<AnswerRow> getUser() {
        return List.of(
                getUser("found", 200, said("found", PROFILE), "callback(null, profile)", "found"),
                getUser(
                        "not_found",
                        200,
                        said("not_found", "\"evidence\":\"EXACT\""),
                        "callback(null)",
                        "not_found EXACT"),
                getUser(
                        "not_found, with evidence that is no word",
                        200,
                        said("not_found", "\"evidence\":{\"toString\":1}"),
                        "callback(null)",
                        "not_found other"),
                getUser(
                        "refused",
                        200,
                        said("refused", "\"reason\":\"DISABLED\",\"password_proved\":false,\"message\":\"No.\""),
                        ERROR,
                        "refused DISABLED"),
                getUser("unavailable", 503, unavailable(), ERROR, "unavailable TIMEOUT"),
                getUser("error, such as a wrong secret", 401, error("unauthorized"), ERROR, "error unauthorized"));
    }

    /** What no endpoint of ours answers. */
    static List<AnswerRow> nonsense() {
        String yes = said("authenticated", PROFILE);
        return Stream.concat(
                        Stream.of(
                                nonsense(
                                        "an outcome of a later release",
                                        200,
                                        said("perhaps", PROFILE),
                                        "answer:outcome"),
                                nonsense(
                                        "an outcome of the other script",
                                        200,
                                        said("found", PROFILE),
                                        "answer:outcome"),
                                nonsense(
                                        "no outcome",
                                        200,
                                        "{\"version\":1,\"correlation_id\":\"@C\"," + PROFILE + "}",
                                        "answer:outcome"),
                                nonsense("unavailable with status 200", 200, unavailable(), "answer:outcome"),
                                nonsense("error with status 200", 200, error("unauthorized"), "answer:correlation_id"),
                                nonsense("error with status 500", 500, error("unauthorized"), "answer:status"),
                                nonsense("authenticated with status 201", 201, yes, "answer:status"),
                                nonsense("authenticated with status 401", 401, yes, "answer:status"),
                                nonsense("authenticated with status 503", 503, yes, "answer:status"),
                                nonsense("another version", 200, yes.replace(":1,", ":2,"), "answer:version"),
                                nonsense("the version as a text", 200, yes.replace(":1,", ":\"1\","), "answer:version"),
                                nonsense(
                                        "an answer to another question",
                                        200,
                                        yes.replace("@C", "x"),
                                        "answer:correlation_id"),
                                nonsense("no profile", 200, said("authenticated", "\"x\":1"), "answer:profile"),
                                nonsense(
                                        "a profile without user_id",
                                        200,
                                        said("authenticated", "\"profile\":{\"email\":\"ada@example.com\"}"),
                                        "answer:profile"),
                                nonsense(
                                        "an empty user_id",
                                        200,
                                        said("authenticated", "\"profile\":{\"user_id\":\"\"}"),
                                        "answer:profile"),
                                nonsense(
                                        "a user_id that is a number",
                                        200,
                                        said("authenticated", "\"profile\":{\"user_id\":1}"),
                                        "answer:profile"),
                                nonsense(
                                        "a profile that is a list",
                                        200,
                                        said("authenticated", "\"profile\":[{\"user_id\":\"okta|00u1\"}]"),
                                        "answer:profile"),
                                nonsense(
                                        "a profile that is null",
                                        200,
                                        said("authenticated", "\"profile\":null"),
                                        "answer:profile"),
                                nonsense(
                                        "rejected without a cause",
                                        200,
                                        said("rejected", "\"message\":\"No.\""),
                                        "answer:cause"),
                                nonsense(
                                        "rejected without a message",
                                        200,
                                        said("rejected", "\"cause\":\"WRONG_PASSWORD\""),
                                        "answer:message"),
                                nonsense(
                                        "rejected with a user_id that is no text",
                                        200,
                                        said("rejected", "\"cause\":\"X\",\"message\":\"No.\",\"user_id\":{}"),
                                        "answer:user_id"),
                                nonsense(
                                        "refused without password_proved",
                                        200,
                                        said("refused", "\"reason\":\"X\",\"message\":\"No.\""),
                                        "answer:password_proved"),
                                nonsense("a list", 200, "[" + yes + "]", "answer:json"),
                                nonsense("a text", 200, "\"authenticated\"", "answer:json"),
                                nonsense("null", 200, "null", "answer:json"),
                                nonsense("JSON that is cut", 200, yes.substring(0, yes.length() - 1), "answer:json"),
                                nonsense("two objects", 200, yes + yes, "answer:json"),
                                nonsense("an empty object", 200, "{}", "answer:version"),
                                nonsense("nothing, with the right content type", 200, "", "answer:json")),
                        ofAnotherKind(yes))
                .toList();
    }

    private static Stream<AnswerRow> ofAnotherKind(String yes) {
        String html = "<html><body>Sign in</body></html>";
        return Stream.of(
                nonsense("a login page", StubReply.of(200, "text/html", html), "answer:content_type"),
                nonsense("a gateway's page", StubReply.of(503, "text/html", html), "answer:content_type"),
                nonsense("a page that calls itself JSON", StubReply.json(200, html), "answer:json"),
                nonsense("authenticated as text", StubReply.of(200, "text/plain", yes), "answer:content_type"),
                nonsense(
                        "authenticated in UTF-16",
                        new StubReply(200, "application/json; charset=utf-16", yes, StandardCharsets.UTF_16),
                        "answer:content_type"),
                nonsense("authenticated without content type", StubReply.of(200, null, yes), "answer:content_type"),
                nonsense("no content", StubReply.of(204, null, ""), "answer:content_type"),
                nonsense("an empty answer", StubReply.of(200, null, ""), "answer:content_type"),
                nonsense(
                        "bytes that are no UTF-8",
                        new StubReply(
                                200,
                                "application/json",
                                yes.replace("Winter", "W\u00e4chter"),
                                StandardCharsets.ISO_8859_1),
                        "answer:json"),
                nonsense("a byte order mark", StubReply.json(200, "\ufeff" + yes), "answer:json"),
                nonsense("over 1 MiB", StubReply.json(200, yes + " ".repeat(1_048_576)), "answer:too_large"),
                nonsense("a redirect to an answer", StubReply.json(302, yes), "connection"),
                nonsense("a redirect that keeps the password", StubReply.json(307, yes), "connection"));
    }

    private static AnswerRow login(String answer, int status, String body, String callback, String log) {
        return new AnswerRow("login", answer, StubReply.json(status, body), callback, log);
    }

    private static AnswerRow getUser(String answer, int status, String body, String callback, String log) {
        return new AnswerRow("get_user", answer, StubReply.json(status, body), callback, log);
    }

    private static AnswerRow nonsense(String answer, int status, String body, String reason) {
        return nonsense(answer, StubReply.json(status, body), reason);
    }

    private static AnswerRow nonsense(String answer, StubReply reply, String reason) {
        return new AnswerRow("login", answer, reply, ERROR, "failed " + reason);
    }

    private static String said(String outcome, String members) {
        return "{\"version\":1,\"outcome\":\"" + outcome + "\",\"correlation_id\":\"@C\"," + members + "}";
    }

    private static String unavailable() {
        return said("unavailable", "\"kind\":\"TIMEOUT\",\"message\":\"Later.\"");
    }

    private static String error(String word) {
        return "{\"version\":1,\"outcome\":\"error\",\"error\":\"" + word + "\",\"message\":\"Send it.\"}";
    }
}
