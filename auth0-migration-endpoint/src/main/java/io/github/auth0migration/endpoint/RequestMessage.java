package io.github.auth0migration.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a script asks. Holds a password: {@code toString} tells nothing.
 *
 * <p>What people type may be anything up to a limit; what is implausible is rejected by the sources' edge without asking a
 * platform. All else of a message is the script's own, and must be right.
 */
final class RequestMessage {

    static final int MAX_IDENTIFIER = 1024;

    private static final Pattern CORRELATION_ID = Pattern.compile("[\\x20-\\x7e]{1,128}");
    private static final Pattern USER_ID = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");

    private final JsonNode members;
    private final String correlationId;

    private RequestMessage(JsonNode members, String correlationId) {
        this.members = members;
        this.correlationId = correlationId;
    }

    /** {@return the message in a body} */
    static RequestMessage of(JsonNode members) throws RefusedRequestException {
        JsonNode id = members.get("correlation_id");
        if (id == null) {
            return new RequestMessage(members, UUID.randomUUID().toString());
        }
        if (!id.isTextual() || !CORRELATION_ID.matcher(id.textValue()).matches()) {
            throw RefusedRequestException.invalid("correlation_id must be 1 to 128 printable ASCII characters.");
        }
        return new RequestMessage(members, id.textValue());
    }

    String correlationId() {
        return correlationId;
    }

    LoginRequest login(Deadline deadline) throws RefusedRequestException {
        requireOnly(Set.of("version", "identifier", "password", "correlation_id"));
        return LoginRequest.of(typed("identifier", MAX_IDENTIFIER), typed("password", LoginRequest.MAX_PASSWORD_LENGTH))
                .withDeadline(deadline)
                .withCorrelationId(correlationId);
    }

    LookupRequest lookup(Deadline deadline) throws RefusedRequestException {
        requireOnly(Set.of("version", "identifier", "user_id", "correlation_id"));
        if (members.has("identifier") == members.has("user_id")) {
            throw RefusedRequestException.invalid("Send either identifier or user_id, and not both.");
        }
        LookupRequest request = members.has("user_id")
                ? LookupRequest.byUserId(userId())
                : LookupRequest.byIdentifier(typed("identifier", MAX_IDENTIFIER));
        return request.withDeadline(deadline).withCorrelationId(correlationId);
    }

    private void requireOnly(Set<String> names) throws RefusedRequestException {
        JsonNode version = members.get("version");
        if (version == null || !version.isInt() || version.intValue() != MigrationEndpoint.VERSION) {
            throw RefusedRequestException.invalid(
                    "version must be the number " + MigrationEndpoint.VERSION + ": use the scripts of this release.");
        }
        for (Iterator<String> present = members.fieldNames(); present.hasNext(); ) {
            if (!names.contains(present.next())) {
                throw RefusedRequestException.invalid("The body may have no members but "
                        + names.stream().sorted().toList() + ".");
            }
        }
    }

    private String typed(String name, int most) throws RefusedRequestException {
        @Nullable String text = text(name);
        if (text == null || text.length() > most) {
            throw RefusedRequestException.invalid(name + " must be a string of at most " + most + " characters.");
        }
        return text;
    }

    private String userId() throws RefusedRequestException {
        @Nullable String text = text("user_id");
        if (text == null || !USER_ID.matcher(text).matches()) {
            throw RefusedRequestException.invalid(
                    "user_id must be a string of 1 to 255 characters without white space, and without auth0| before it.");
        }
        return text;
    }

    private @Nullable String text(String name) {
        JsonNode member = members.get(name);
        return member == null ? null : member.textValue();
    }

    @Override
    public String toString() {
        return "RequestMessage[" + correlationId + "]";
    }
}
