package io.github.auth0migration.bucket4j;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresAttemptGuardTest {

    private static final DataSource UNUSED = (DataSource) Proxy.newProxyInstance(
            PostgresAttemptGuardTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("build() asks the database");
            });

    private static PostgresAttemptGuard.Builder right() {
        return PostgresAttemptGuard.builder(UNUSED).name("source").key(GuardDatabase.KEY);
    }

    @Test
    void buildAsksNobody() {
        SecretScan.clean(right().key(Marked.secret("k".repeat(32)).getBytes(StandardCharsets.UTF_8))
                .build());
    }

    @ParameterizedTest
    @MethodSource
    void aSettingThatIsWrongIsNamed(String named, UnaryOperator<PostgresAttemptGuard.Builder> mistake) {
        PostgresAttemptGuard.Builder wrong = mistake.apply(right());
        assertThatIllegalArgumentException().isThrownBy(wrong::build).withMessageContaining(named);
    }

    static Stream<Arguments> aSettingThatIsWrongIsNamed() {
        return Stream.of(
                mistake("perIdentifier 0", guard -> guard.perIdentifier(0)),
                mistake("perUser 0", guard -> guard.perUser(0)),
                mistake("perAddress 0", guard -> guard.perAddress(0)),
                mistake("total 0", guard -> guard.total(0)),
                mistake("window", guard -> guard.window(Duration.ZERO)),
                mistake("window", guard -> guard.window(Duration.ofMinutes(-1))),
                mistake("name", guard -> guard.name("")),
                mistake("name", guard -> guard.name("sign in")),
                mistake("key", guard -> guard.key(new byte[31])),
                mistake("patience", guard -> guard.patience(Duration.ofMillis(9))),
                mistake("patience", guard -> guard.patience(Duration.ofMinutes(2))),
                mistake("pause", guard -> guard.pause(Duration.ZERO)));
    }

    private static Arguments mistake(String named, UnaryOperator<PostgresAttemptGuard.Builder> mistake) {
        return Arguments.of(named, mistake);
    }
}
