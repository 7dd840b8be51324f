package io.github.auth0migration.endpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The body of a request, read strictly: what can be read in two ways is not read at all. */
final class RequestBody {

    static final int MAX_BYTES = 16 * 1024;

    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private RequestBody() {}

    /** {@return the JSON object in the body} */
    static JsonNode read(EndpointRequest request) throws RefusedRequestException {
        requireMediaType(request);
        String text = text(bytes(request));
        JsonNode body;
        try {
            body = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // The exception quotes what it read; that may be a password.
            throw RefusedRequestException.invalid(
                    "The body must be one JSON object (RFC 8259) without duplicate names and with nothing behind it.");
        }
        if (body == null || !body.isObject()) {
            throw RefusedRequestException.invalid("The body must be a JSON object.");
        }
        return body;
    }

    private static void requireMediaType(EndpointRequest request) throws RefusedRequestException {
        List<String> types = request.headers("Content-Type");
        if (types.size() != 1 || !JSON.matcher(types.get(0).strip()).matches()) {
            throw RefusedRequestException.error(
                    415, "unsupported_media_type", "Send the body as Content-Type: application/json, in UTF-8.");
        }
        if (request.headers("Content-Encoding").stream()
                .anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"))) {
            throw RefusedRequestException.error(
                    415, "unsupported_media_type", "Send the body without Content-Encoding.");
        }
    }

    private static byte[] bytes(EndpointRequest request) throws RefusedRequestException {
        if (declaredLength(request) > MAX_BYTES) {
            throw tooLarge();
        }
        try {
            return bytes(request.body());
        } catch (IOException e) {
            throw isTimeOut(e)
                    ? RefusedRequestException.error(408, "timeout", "The body did not arrive in time: send it at once.")
                    : RefusedRequestException.invalid("The body ended before its announced length: send all of it.");
        }
    }

    private static byte[] bytes(InputStream body) throws IOException, RefusedRequestException {
        byte[] bytes = new byte[MAX_BYTES + 1];
        int length = 0;
        // Not readNBytes, which asks once more for no bytes: the JDK's server then waits for another chunk.
        for (int read = 0; read >= 0 && length < bytes.length; length += Math.max(0, read)) {
            read = body.read(bytes, length, bytes.length - length);
        }
        if (length > MAX_BYTES) {
            throw tooLarge();
        }
        return Arrays.copyOf(bytes, length);
    }

    /** Servers disagree: Tomcat throws a SocketTimeoutException, Jetty wraps a TimeoutException. */
    private static boolean isTimeOut(IOException e) {
        return e instanceof InterruptedIOException || e.getCause() instanceof TimeoutException;
    }

    private static long declaredLength(EndpointRequest request) throws RefusedRequestException {
        List<String> lengths = request.headers("Content-Length");
        if (lengths.isEmpty()) {
            return 0;
        }
        if (lengths.size() > 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
            throw RefusedRequestException.invalid("Content-Length must be one number.");
        }
        return Long.parseLong(lengths.get(0));
    }

    private static RefusedRequestException tooLarge() {
        return RefusedRequestException.error(413, "too_large", "The body must not be over " + MAX_BYTES + " bytes.");
    }

    private static String text(byte[] utf8) throws RefusedRequestException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RefusedRequestException.invalid("The body must be UTF-8.");
        }
    }
}
