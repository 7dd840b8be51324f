package io.github.auth0migration.simulators.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.simulators.Client;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OktaLockoutTest {

    private static final String ADA = "ada@example.com";

    private final OktaSimulator okta = OktaSimulator.start();
    private final Client client = new Client(okta);

    @BeforeEach
    void addAda() {
        okta.add(OktaPerson.builder(ADA).password(Marked.PASSWORD).build());
    }

    @AfterEach
    void close() {
        okta.close();
    }

    @Test
    void tenWrongPasswordsLockOutAndTheRightOneLooksWrongThen() throws IOException {
        wrong(9);
        assertThat(okta.person(ADA).status()).isEqualTo("ACTIVE");
        wrong(1);
        assertThat(okta.person(ADA).status()).isEqualTo("LOCKED_OUT");

        assertThat(client.authn(ADA, Marked.PASSWORD).error()).isEqualTo("401 E0000004");
    }

    @Test
    void successBeginsTheCountAnew() throws IOException {
        okta.lockoutAfter(3);
        wrong(2);
        assertThat(client.authn(ADA, Marked.PASSWORD).state()).isEqualTo("200 SUCCESS");
        wrong(2);

        assertThat(client.authn(ADA, Marked.PASSWORD).state()).isEqualTo("200 SUCCESS");
    }

    @Test
    void shownLockoutIsA200WithoutUserOrToken() throws IOException {
        okta.lockoutAfter(3);
        okta.showLockoutFailures(LockoutVisibility.SHOWN);
        wrong(2);

        Client.Answer locking = client.authn(ADA, Marked.WRONG_PASSWORD);
        assertThat(locking.state()).isEqualTo("200 LOCKED_OUT");
        assertThat(locking.json().at("/_embedded").isEmpty()).isTrue();
        assertThat(locking.json().has("stateToken")).isFalse();
        assertThat(locking.json().has("expiresAt")).isFalse();
        assertThat(client.authn(ADA, Marked.PASSWORD).state()).isEqualTo("200 LOCKED_OUT");
    }

    @Test
    void settingTheStatusUnlocks() throws IOException {
        okta.lockoutAfter(2);
        wrong(2);
        okta.setStatus(ADA, "ACTIVE");
        wrong(1);

        assertThat(client.authn(ADA, Marked.PASSWORD).state()).isEqualTo("200 SUCCESS");
    }

    @Test
    void aLimitOfNoneIsRefused() {
        assertThatThrownBy(() -> okta.lockoutAfter(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private void wrong(int times) throws IOException {
        for (int time = 0; time < times; time++) {
            assertThat(client.authn(ADA, Marked.WRONG_PASSWORD).error()).isEqualTo("401 E0000004");
        }
    }
}
