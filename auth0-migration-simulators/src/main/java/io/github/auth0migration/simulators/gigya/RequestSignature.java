package io.github.auth0migration.simulators.gigya;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a request: HMAC-SHA1 over method, address and all parameters but the signature itself. */
final class RequestSignature {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private RequestSignature() {}

    static String of(String method, URI url, Map<String, String> parameters, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA1"));
            byte[] base = baseString(method, url, parameters).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(base));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    /** Values are encoded twice: as values, and with the whole list again. */
    static String baseString(String method, URI url, Map<String, String> parameters) {
        Map<String, String> sorted = new TreeMap<>(parameters);
        sorted.remove("sig");
        String list = sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return method + "&" + encode(address(url)) + "&" + encode(list);
    }

    private static String address(URI url) {
        int usual = url.getScheme().equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + port + url.getRawPath();
    }

    /** By RFC 3986: everything but letters, digits and four marks. */
    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder(value.length() * 2);
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(each) >= 0) {
                encoded.append((char) each);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", each));
            }
        }
        return encoded.toString();
    }
}
