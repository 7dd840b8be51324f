package io.github.auth0migration.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lets in what came over TLS, or never left this machine. */
record TransportRule(PlainHttp plainHttp) {

    // RFC 7239: proto=https, or proto="https", between ; and , and white space.
    private static final Pattern PROTO =
            Pattern.compile("(?:^|[;,\\s])proto\\s*=\\s*\"?([A-Za-z0-9+.-]*)\"?", Pattern.CASE_INSENSITIVE);

    void check(EndpointRequest request) throws RefusedRequestException {
        List<String> before = forwardedProtos(request);
        // What a header tells can only take trust away here: nobody gains by writing it.
        boolean plainBefore = before.stream().anyMatch(proto -> !proto.equals("https"));
        boolean here = request.isTls()
                || request.isLoopback()
                || (plainHttp == PlainHttp.BEHIND_TLS_PROXY && !before.isEmpty());
        if (plainBefore || !here) {
            throw RefusedRequestException.error(
                    403, "https_required", "Requests carry passwords: call this address with https.");
        }
    }

    private static List<String> forwardedProtos(EndpointRequest request) {
        Stream<String> named =
                request.headers("X-Forwarded-Proto").stream().flatMap(value -> Stream.of(value.split(",", -1)));
        Stream<String> standard = request.headers("Forwarded").stream()
                .flatMap(value -> PROTO.matcher(value).results().map(match -> match.group(1)));
        return Stream.concat(named, standard)
                .map(proto -> proto.strip().toLowerCase(Locale.ROOT))
                .toList();
    }
}
