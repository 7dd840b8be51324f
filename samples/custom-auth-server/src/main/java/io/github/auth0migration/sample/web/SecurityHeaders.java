package io.github.auth0migration.sample.web;

import com.sun.net.httpserver.Headers;
import java.util.Map;

/** What every answer tells the browser: run no script, load nothing from elsewhere, show in no frame, keep no copy. */
final class SecurityHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "X-Frame-Options",
            "DENY",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            "Cache-Control",
            "no-store");

    private SecurityHeaders() {}

    static void addTo(Headers headers, boolean behindHttps) {
        ALWAYS.forEach(headers::set);
        if (behindHttps) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
