package io.github.auth0migration.sample.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a form or a query. May hold a password: {@code toString} tells nothing. */
public final class Form {

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    static Form parse(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0
                    && fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))) != null) {
                throw new BadRequestException(400, "A field was sent twice.");
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Without the cause, which quotes the text.
            throw new BadRequestException(400, "A field was not encoded as forms are.");
        }
    }

    /**
     * A field.
     *
     * @param name its name
     * @return its value; empty if it was not sent
     */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Form";
    }
}
