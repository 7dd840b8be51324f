package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.auth0migration.Failure;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BearerSecretsTest {

    private static final String OLD = Marked.secret("old-0123456789abcdef0123456789");
    private static final String NEW = Marked.secret("new-0123456789abcdef0123456789");
    private static final String OTHER = Marked.secret("other-0123456789abcdef01234567");

    private static void assertAccepted(Callers callers, String token) {
        assertThat(callers.check(token)).isEqualTo(new CallerVerdict.Accepted());
    }

    private static void assertUnauthorized(Callers callers, String token) {
        assertThat(SecretScan.clean(callers.check(token))).isInstanceOf(CallerVerdict.Unauthorized.class);
    }

    @Test
    void knowsItsSecretAndNothingElse() {
        Callers callers = BearerSecrets.of(OLD);

        assertAccepted(callers, OLD);
        assertUnauthorized(callers, NEW);
        assertUnauthorized(callers, OLD + "x");
        assertUnauthorized(callers, OLD.substring(1));
        assertUnauthorized(callers, OLD.toUpperCase(Locale.ROOT));
        assertUnauthorized(callers, "");
    }

    @Test
    void twoAreValidWhileOneReplacesTheOther() {
        Callers callers = BearerSecrets.of(NEW, OLD);

        assertAccepted(callers, OLD);
        assertAccepted(callers, NEW);
        assertUnauthorized(callers, OTHER);
    }

    @Test
    void secretsRotateWhileTheHostRuns() {
        AtomicReference<List<String>> now = new AtomicReference<>(List.of(OLD));
        Callers callers = BearerSecrets.of(now::get);
        assertAccepted(callers, OLD);

        now.set(List.of(NEW, OLD));
        assertAccepted(callers, OLD);
        assertAccepted(callers, NEW);

        now.set(List.of(NEW));
        assertUnauthorized(callers, OLD);
        assertAccepted(callers, NEW);
    }

    @Test
    void whatIsNoSecretIsRefusedAtSetUpAndNotQuoted() {
        refused(() -> BearerSecrets.of(OLD.substring(0, 31)));
        refused(() -> BearerSecrets.of(""));
        refused(() -> BearerSecrets.of(OLD + " "));
        refused(() -> BearerSecrets.of(OLD + "\u00e9"));
        refused(() -> BearerSecrets.of("=" + OLD));
        refused(() -> BearerSecrets.of(OLD + "x".repeat(4097)));
        refused(() -> BearerSecrets.of(OLD, "short"));
        refused(() -> BearerSecrets.of(OLD, NEW, OTHER));
        assertThatNullPointerException().isThrownBy(() -> BearerSecrets.of(OLD, (String) nothing()));
    }

    private static void refused(ThrowingCallable setUp) {
        assertThatIllegalArgumentException()
                .isThrownBy(setUp)
                .withMessageContaining("openssl rand -base64 32")
                .satisfies(SecretScan::clean);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what hosts do in spite of the annotations
    private static <T> T nothing() {
        return (T) null;
    }

    @Test
    void aSecretMayBeAsOpensslMakesThem() {
        assertAccepted(
                BearerSecrets.of("q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA="),
                "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=");
    }

    static Stream<Supplier<@Nullable List<String>>> suppliersThatFail() {
        return Stream.of(
                () -> null,
                List::of,
                () -> List.of("short"),
                () -> List.of(OLD, NEW, OTHER),
                () -> List.of(OLD, ""),
                () -> new ArrayList<>(Arrays.asList(OLD, null)),
                () -> {
                    throw new IllegalStateException(OLD);
                });
    }

    @ParameterizedTest
    @MethodSource("suppliersThatFail")
    @SuppressWarnings("NullAway") // what hosts do in spite of the annotations
    void aSupplierThatFailsLetsNobodyInAndBlamesNobody(Supplier<List<String>> supplier) {
        assertThat(SecretScan.clean(BearerSecrets.of(supplier).check(OLD)))
                .isInstanceOfSatisfying(
                        CallerVerdict.Unavailable.class,
                        verdict -> assertThat(verdict.failure().kind()).isEqualTo(Failure.Kind.CONFIGURATION));
    }

    @Test
    void tellsNothing() {
        assertThat(BearerSecrets.of(OLD)).hasToString("BearerSecrets");
    }
}
