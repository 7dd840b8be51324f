package io.github.auth0migration.gigya;

import io.github.auth0migration.spi.Hmac;
import io.github.auth0migration.spi.PercentEncoding;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The signature of a request, HMAC-SHA-1 over method, address and fields, as Gigya's own clients make it. Values end up
 * encoded twice, names once.
 */
final class GigyaSignature {

    private GigyaSignature() {}

    static String of(URI uri, Map<String, String> fields, byte[] key) {
        return Base64.getEncoder().encodeToString(Hmac.sha1(key, base(uri, fields)));
    }

    private static String base(URI uri, Map<String, String> fields) {
        // Ordinal order: UID stands before apiKey.
        String joined = new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + PercentEncoding.encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return "POST&" + PercentEncoding.encode(address(uri)) + "&" + PercentEncoding.encode(joined);
    }

    private static String address(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean ordinary = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (ordinary ? "" : ":" + uri.getPort())
                + uri.getRawPath();
    }
}
