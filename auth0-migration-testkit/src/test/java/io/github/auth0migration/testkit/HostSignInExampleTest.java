package io.github.auth0migration.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginScript;
import org.junit.jupiter.api.Test;

/** How a host tests its own sign-in: quoted in the README. */
class HostSignInExampleTest {

    // tag::sign-in[]
    record SignInPage(LoginScript okta) {
        String submit(String email, String password) {
            return okta.login(email, password)
                    .fold(
                            authenticated ->
                                    "Welcome, " + authenticated.user().name().orElse(email),
                            rejected -> rejected.messageForPerson(),
                            refused -> refused.refusal().messageForPerson(),
                            unavailable -> unavailable.failure().messageForPerson());
        }
    }
    // end::sign-in[]

    // tag::test[]
    private final InMemorySource okta =
            InMemorySource.named("okta").person("ada@example.com", "correct horse", user -> user.name("Ada Winter"));

    private final SignInPage page = new SignInPage(okta);

    @Test
    void welcomesWhoeverKnowsThePassword() {
        assertThat(page.submit("ada@example.com", "correct horse")).isEqualTo("Welcome, Ada Winter");
    }

    @Test
    void neverCallsAnOutageAWrongPassword() {
        okta.down(Failure.Kind.TIMEOUT);

        assertThat(page.submit("ada@example.com", "correct horse")).contains("try again in a moment");
    }
    // end::test[]
}
