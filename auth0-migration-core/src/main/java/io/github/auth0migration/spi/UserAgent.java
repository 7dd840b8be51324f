package io.github.auth0migration.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** How this library calls itself towards platforms: their support looks for it. */
final class UserAgent {

    private static final String STANDARD = "auth0-migration-java/" + version();

    private UserAgent() {}

    static String standard() {
        return STANDARD;
    }

    private static String version() {
        Properties core = new Properties();
        try (InputStream file = UserAgent.class.getResourceAsStream("core.properties")) {
            if (file != null) {
                core.load(file);
            }
        } catch (IOException e) {
            // A repackaged jar: the name alone has to do.
        }
        return core.getProperty("version", "unknown");
    }
}
