package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.auth0.Auth0Connection;
import io.github.auth0migration.simulators.auth0.SignInResult.Denied;
import io.github.auth0migration.simulators.auth0.SignInResult.SignedIn;
import io.github.auth0migration.testkit.InMemorySource;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.NeedsNodeJs;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way with access tokens: a tenant signs them, the scripts carry them, the endpoint checks them. */
@NeedsNodeJs
class AccessTokenFlowTest {

    private static final String ADA = "ada@example.com";

    private final ScriptStub tenant = ScriptStub.start();
    private final InMemorySource okta =
            InMemorySource.named("okta").withUserIdPrefix("okta").person(ADA, Marked.PASSWORD);
    private final Auth0AccessTokens callers = Auth0AccessTokens.builder()
            .issuer(URI.create(tenant.address() + "/"))
            .audience(TestTokens.AUDIENCE)
            .clients(Set.of(TestTokens.CLIENT))
            .build();
    private final EndpointServer server = EndpointServer.start(
            MigrationEndpoint.builder(EndpointSources.builder().source(okta).build())
                    .callers(callers)
                    .build());
    private final ActionScripts scripts = ScriptRig.token().build();
    private final Auth0Connection auth0 = Auth0Connection.builder(scripts.login(), scripts.getUser())
            .configuration(Map.of(
                    "MIGRATION_ENDPOINT_URL", server.url().toString(),
                    "MIGRATION_CLIENT_ID", TestTokens.CLIENT,
                    "MIGRATION_CLIENT_SECRET", ScriptRig.CLIENT_SECRET,
                    "MIGRATION_AUDIENCE", TestTokens.AUDIENCE,
                    "AUTH0_DOMAIN", tenant.address()))
            .build();

    @BeforeEach
    void answer() {
        answerWithTokensOf(TestTokens.CLIENT);
        // Keys are made and fetched now: the server of these tests cuts requests that take 3 seconds to be read.
        assertThat(callers.check(tokenOf(TestTokens.CLIENT))).isInstanceOf(CallerVerdict.Accepted.class);
    }

    @AfterEach
    void close() {
        auth0.close();
        server.close();
        callers.close();
        tenant.close();
    }

    private void answerWithTokensOf(String client) {
        tenant.answer(call -> call.path().equals("/oauth/token")
                ? StubReply.json(200, "{\"access_token\":\"" + tokenOf(client) + "\",\"expires_in\":600}")
                : StubReply.json(200, TestTokens.published(TestTokens.KEY)));
    }

    private String tokenOf(String client) {
        return new TestTokens(tenant.address() + "/", Instant.now())
                .with(claims -> claims.subject(client + "@clients").claim("azp", client));
    }

    @Test
    void peopleMoveAndTheTokenIsFetchedOnce() {
        assertThat(((Denied) auth0.signIn(ADA, Marked.WRONG_PASSWORD)).event().type())
                .isEqualTo("fp");
        assertThat(auth0.signIn(ADA, Marked.PASSWORD)).isInstanceOf(SignedIn.class);

        assertThat(tenant.calls("/oauth/token")).hasSize(1);
        assertThat(okta.loginCalls()).isEqualTo(2);
    }

    @Test
    void anotherClientOfTheTenantMovesNobody() {
        answerWithTokensOf("another-client");

        assertThat(((Denied) auth0.signIn(ADA, Marked.PASSWORD)).event().type()).isEqualTo("f");
        assertThat(ScriptRig.logged(auth0.runs().get(0))).isEqualTo("error forbidden");
        assertThat(okta.loginCalls()).isZero();
    }
}
