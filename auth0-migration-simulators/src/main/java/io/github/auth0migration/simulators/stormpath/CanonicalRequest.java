package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.internal.PathSegment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one form of a request that both sides sign. */
final class CanonicalRequest {

    private final StormpathDialect dialect;

    CanonicalRequest(StormpathDialect dialect) {
        this.dialect = dialect;
    }

    String of(
            String method,
            String rawPath,
            String rawQuery,
            Function<String, List<String>> headers,
            List<String> signedHeaders,
            String body) {
        return String.join(
                "\n",
                method,
                path(rawPath),
                query(rawQuery),
                block(headers, signedHeaders),
                String.join(";", signedHeaders),
                SAuthc1Signature.sha256(body));
    }

    private static String path(String raw) {
        return Arrays.stream(raw.split("/", -1))
                .map(segment -> encode(PathSegment.decode(segment)))
                .collect(Collectors.joining("/"));
    }

    /** A compatible server takes the query as it was sent, but for slashes, which it un-escapes. */
    private String query(String raw) {
        if (dialect.isCompatible()) {
            return raw.replaceAll("%2[Ff]", "/");
        }
        return raw.isEmpty()
                ? ""
                : Arrays.stream(raw.split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> new String[] {decode(pair[0]), pair.length == 2 ? decode(pair[1]) : ""})
                        .sorted(Comparator.comparing(pair -> pair[0]))
                        .map(pair -> encode(pair[0]) + "=" + encode(pair[1]))
                        .collect(Collectors.joining("&"));
    }

    private static String block(Function<String, List<String>> headers, List<String> signedHeaders) {
        return signedHeaders.stream()
                .map(name -> name.toLowerCase(Locale.ROOT) + ":" + String.join(",", headers.apply(name)) + "\n")
                .collect(Collectors.joining());
    }

    private static String decode(String raw) {
        return PathSegment.decode(raw.replace('+', ' '));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
