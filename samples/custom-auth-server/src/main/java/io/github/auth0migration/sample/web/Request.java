package io.github.auth0migration.sample.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What a browser asked. For one thread. */
public final class Request {

    /** Room for the longest password with every character escaped. */
    private static final int MAX_FORM_BYTES = 64 * 1024;

    private final HttpExchange exchange;

    Request(HttpExchange exchange) {
        this.exchange = exchange;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getRawPath();
    }

    /** {@return the address at the other end of the connection, which nobody can forge in a header} */
    public InetAddress peer() {
        return exchange.getRemoteAddress().getAddress();
    }

    /** {@return a header, if it was sent} */
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** {@return a cookie, if it was sent} */
    public Optional<String> cookie(String name) {
        return header("Cookie").flatMap(cookies -> {
            for (String cookie : cookies.split(";", -1)) {
                String[] parts = cookie.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(name)) {
                    return Optional.of(parts[1]);
                }
            }
            return Optional.empty();
        });
    }

    /** {@return the fields after the question mark} */
    public Form query() {
        return Form.parse(Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
    }

    /** {@return the fields of the form that was sent; to be called once} */
    public Form form() {
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw new BadRequestException(415, "Only forms are understood here.");
        }
        try {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_FORM_BYTES + 1);
            if (body.length > MAX_FORM_BYTES) {
                throw new BadRequestException(413, "The form is too long.");
            }
            return Form.parse(new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BadRequestException(400, "The form did not arrive.");
        }
    }
}
