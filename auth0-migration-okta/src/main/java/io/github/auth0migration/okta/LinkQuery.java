package io.github.auth0migration.okta;

import io.github.auth0migration.spi.PercentEncoding;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of a query as text: in Okta's links, and in our cursors. */
final class LinkQuery {

    private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]*");

    private LinkQuery() {}

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException if it cannot be decoded, or says something twice; the message does not quote it
     */
    static Map<String, String> parse(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String parameter : text.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            if (query.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "") != null) {
                throw new IllegalArgumentException("says something twice");
            }
        }
        return query;
    }

    // URLDecoder's own UTF-8 would turn a broken cursor into another one, with a replacement character in it.
    private static String decode(String text) {
        try {
            if (!ASCII.matcher(text).matches()) {
                throw new CharacterCodingException();
            }
            byte[] utf8 = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be decoded", null);
        }
    }

    static String write(Map<String, String> query) {
        return query.entrySet().stream()
                .map(parameter ->
                        PercentEncoding.encode(parameter.getKey()) + "=" + PercentEncoding.encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }
}
