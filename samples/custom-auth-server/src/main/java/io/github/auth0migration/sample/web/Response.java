package io.github.auth0migration.sample.web;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer. Immutable and thread-safe. */
public final class Response {

    private static final Template MESSAGE = Template.named("message");

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Collections.unmodifiableMap(headers);
        this.body = body;
    }

    /** {@return a page} */
    public static Response html(int status, Html page) {
        return of(status, "text/html; charset=utf-8", page.markup().getBytes(StandardCharsets.UTF_8));
    }

    /** {@return a page with one sentence} */
    public static Response message(int status, String sentence) {
        return html(status, Page.titled("Auth server", MESSAGE.fill(Map.of("sentence", sentence))));
    }

    /** {@return a JSON text} */
    public static Response json(int status, String text) {
        return of(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return a plain text} */
    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return a file} */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, new LinkedHashMap<>(Map.of("Content-Type", contentType)), body);
    }

    /** {@return an answer that lets the browser get another page, so that a reload sends no form again} */
    public static Response seeOther(String path) {
        return new Response(303, new LinkedHashMap<>(Map.of("Location", path)), new byte[0]);
    }

    /** {@return this with one more header} */
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
