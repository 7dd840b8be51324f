package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.ReceivedRequest;

/** Writes links. */
record Hrefs(String base) {

    static Hrefs of(HrefStyle style, ReceivedRequest<StormpathOperation> request) {
        return new Hrefs(
                switch (style) {
                    case OWN_HOST -> "http://" + request.header("Host").orElse("127.0.0.1") + "/v1";
                    case OTHER_HOST -> "https://api.other.example/v1";
                    case RELATIVE -> "";
                });
    }

    String to(String path) {
        return base + path;
    }
}
