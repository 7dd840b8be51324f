package io.github.auth0migration.sample.users;

import io.github.auth0migration.sample.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

final class TestDatabase {

    static final Passwords QUICK_PASSWORDS = new Passwords(new Argon2id(64, 1, 1), 8, Duration.ofSeconds(30));

    private TestDatabase() {}

    static Database open(Path directory) throws SQLException {
        return Database.open(new DatabaseSettings(
                "jdbc:h2:file:" + directory.resolve("test") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", null, null));
    }
}
