package io.github.auth0migration;

import io.github.auth0migration.spi.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How large a profile is on the wire. */
final class ProfileJson {

    private ProfileJson() {}

    static int bytes(Map<String, ?> profile) {
        return Json.write(profile).getBytes(StandardCharsets.UTF_8).length;
    }
}
