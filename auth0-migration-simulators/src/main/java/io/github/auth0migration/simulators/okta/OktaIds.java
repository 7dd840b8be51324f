package io.github.auth0migration.simulators.okta;

import java.util.concurrent.ThreadLocalRandom;

/** Makes ids and tokens that look like Okta's; they guard nothing, so cheap chance will do. */
final class OktaIds {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private OktaIds() {}

    static String user() {
        return "00u" + random(17);
    }

    static String factor() {
        return "ufs" + random(17);
    }

    static String token() {
        return "00" + random(40);
    }

    static String sessionToken() {
        return "20111" + random(48);
    }

    static String accessToken() {
        return "eyJraWQiOi" + random(60);
    }

    static String nonce() {
        return random(32);
    }

    static String error() {
        return "oae" + random(22);
    }

    static String request() {
        return random(32);
    }

    private static String random(int length) {
        return ThreadLocalRandom.current()
                .ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }
}
