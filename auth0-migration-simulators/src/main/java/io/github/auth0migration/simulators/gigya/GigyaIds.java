package io.github.auth0migration.simulators.gigya;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes ids, keys and tokens that look like Gigya's; they guard nothing, so cheap chance will do. */
final class GigyaIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private GigyaIds() {}

    static String uid() {
        return "_guid_" + random(43) + "=";
    }

    static String apiKey() {
        return "4_" + random(22);
    }

    static String userKey() {
        return "AK" + random(10);
    }

    /** In Base64, as the platform hands secrets out. */
    static String secret() {
        return Base64.getEncoder().encodeToString(random(24).getBytes(StandardCharsets.US_ASCII));
    }

    static String token() {
        return "st2.s." + random(40);
    }

    static String call() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static String random(int length) {
        return ThreadLocalRandom.current()
                .ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }
}
