package io.github.auth0migration.simulators.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decodes one segment of a path: percent signs only, for a plus in a path is a plus. */
public final class PathSegment {

    private PathSegment() {}

    /** What cannot be decoded stays as it is. */
    public static String decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        byte[] in = raw.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < in.length; at++) {
            int high = in[at] == '%' && at + 2 < in.length ? Character.digit(in[at + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[at + 2], 16);
            if (low < 0) {
                bytes.write(in[at]);
            } else {
                bytes.write(high * 16 + low);
                at += 2;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
