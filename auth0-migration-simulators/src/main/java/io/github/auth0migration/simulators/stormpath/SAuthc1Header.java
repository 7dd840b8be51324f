package io.github.auth0migration.simulators.stormpath;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Authorization} of a signed request. */
record SAuthc1Header(String keyId, String date, String nonce, List<String> signedHeaders, String signature) {

    private static final Pattern FORM = Pattern.compile("SAuthc1 sauthc1Id=([^/,]+)/(\\d{8})/([^/,]+)/sauthc1_request, "
            + "sauthc1SignedHeaders=([a-z0-9;-]+), sauthc1Signature=([0-9a-f]{64})");

    static Optional<SAuthc1Header> parse(String value) {
        return Optional.of(FORM.matcher(value)).filter(Matcher::matches).map(SAuthc1Header::of);
    }

    private static SAuthc1Header of(Matcher match) {
        List<String> signed = List.of(match.group(4).split(";", -1));
        return new SAuthc1Header(match.group(1), match.group(2), match.group(3), signed, match.group(5));
    }

    boolean signs(String header) {
        return signedHeaders.contains(header);
    }

    String id() {
        return keyId + "/" + date + "/" + nonce + "/sauthc1_request";
    }
}
