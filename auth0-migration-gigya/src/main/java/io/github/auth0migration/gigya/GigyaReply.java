package io.github.auth0migration.gigya;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JsonObject;
import java.util.OptionalLong;

/**
 * An answer that is Gigya's: a JSON object with a whole {@code errorCode}, whatever its HTTP status and media type say.
 *
 * @param code the error code; 0 is success
 * @param json the whole answer
 * @param http the answer as it came
 */
record GigyaReply(int code, JsonObject json, HttpReply http) {

    /**
     * Reads an answer.
     *
     * @throws CallFailedException if it is somebody else's: a gateway's page, an empty body, an object without a code
     */
    static GigyaReply of(HttpReply http) throws CallFailedException {
        try {
            JsonObject json = http.jsonObject();
            OptionalLong code = json.integer("errorCode");
            if (code.isPresent()) {
                return new GigyaReply(Math.toIntExact(code.getAsLong()), json, http);
            }
        } catch (CallFailedException | ArithmeticException e) {
            throw notGigya(http);
        }
        throw notGigya(http);
    }

    private static CallFailedException notGigya(HttpReply http) {
        return CallFailedException.maybeSent(http.failure()
                .orElse(Failure.of(
                        Failure.Kind.MALFORMED_RESPONSE,
                        "The answer is not Gigya's: no JSON object with an errorCode (HTTP " + http.status() + ").")));
    }

    boolean isOk() {
        return code == 0;
    }

    GigyaError error() {
        return GigyaError.of(this);
    }

    @Override
    public String toString() {
        return "GigyaReply[" + code + "]";
    }
}
