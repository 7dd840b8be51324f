package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auth0migration.Failure;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static String pem() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        String base64 = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void asksAnewForEachCall() throws Exception {
        Queue<String> tokens = new ConcurrentLinkedQueue<>(List.of("first", "second"));
        Secret secret = Secret.of("apiToken", tokens::remove);

        assertThat(secret.token()).isEqualTo("first");
        assertThat(secret.token()).isEqualTo("second");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\r\nX-Evil: 1", "é", "\u0000", "token\n"})
    void whatCannotBeATokenIsNotSent(String token) {
        CallFailedException failed =
                catchThrowableOfType(CallFailedException.class, Secret.of("apiToken", () -> token)::token);

        assertUnusable(failed);
        assertThat(failed.failure().detail())
                .isEqualTo("The apiToken supplier must return 1 to 4096 visible ASCII characters: strip line ends and"
                        + " blanks.");
    }

    @Test
    void aSupplierThatThrowsTellsNothing() {
        Secret secret = Secret.of("apiToken", () -> {
            throw new IllegalStateException(Marked.TOKEN);
        });

        CallFailedException failed = catchThrowableOfType(CallFailedException.class, secret::token);

        assertUnusable(SecretScan.clean(failed));
        assertThat(failed).hasMessageContaining("apiToken").hasNoCause();
    }

    @Test
    void readsAKeyAgainOnlyWhenItHasChanged() throws Exception {
        String one = pem();
        String other = pem();
        Queue<String> pems = new ConcurrentLinkedQueue<>(List.of(one, one, other));
        Secret secret = Secret.of("privateKey", pems::remove);

        SigningKey first = secret.signingKey();

        assertThat(secret.signingKey()).isSameAs(first);
        assertThat(secret.signingKey()).isNotSameAs(first);
    }

    @Test
    void aTextThatIsNoKeySaysWhatToDo() {
        CallFailedException failed = catchThrowableOfType(
                CallFailedException.class, Secret.of("privateKey", () -> Marked.TOKEN)::signingKey);

        assertUnusable(SecretScan.clean(failed));
        assertThat(failed.failure().detail())
                .isEqualTo("The privateKey supplier returned a text that is no PEM block: paste it whole, from"
                        + " -----BEGIN to -----END.");
    }

    @Test
    void tellsItsSettingOnly() {
        assertThat(Secret.of("apiToken", () -> Marked.TOKEN)).hasToString("Secret[apiToken]");
    }

    private static void assertUnusable(CallFailedException failed) {
        assertThat(failed.isUnsent()).isTrue();
        assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.SOURCE_CREDENTIALS);
    }
}
