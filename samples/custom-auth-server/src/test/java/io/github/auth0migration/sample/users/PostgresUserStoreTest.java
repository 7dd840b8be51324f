package io.github.auth0migration.sample.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.sample.settings.DatabaseSettings;
import io.github.auth0migration.testsupport.TestPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same on a real PostgreSQL. */
class PostgresUserStoreTest extends JdbcUserStoreTest {

    private final String name = TestPostgres.newDatabase();

    @Override
    Database openDatabase() throws SQLException {
        return open(name);
    }

    private static Database open(String database) throws SQLException {
        return Database.open(new DatabaseSettings(TestPostgres.url(database), null, null));
    }

    @Test
    void replicasThatStartAtOnceMakeTheTablesOnce() throws Exception {
        String empty = TestPostgres.newDatabase();
        CyclicBarrier together = new CyclicBarrier(6);
        ExecutorService replicas = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> started = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                started.add(replicas.submit(() -> {
                    together.await();
                    try (Database database = open(empty)) {
                        return database.isReachable();
                    }
                }));
            }
            for (Future<Boolean> replica : started) {
                assertThat(replica.get()).isTrue();
            }
        } finally {
            replicas.shutdownNow();
        }
    }
}
