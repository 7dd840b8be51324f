package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.simulators.auth0.ScriptResult.Nothing;
import io.github.auth0migration.simulators.auth0.ScriptRun;
import io.github.auth0migration.testsupport.Fault;
import io.github.auth0migration.testsupport.FaultServer;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.NeedsNodeJs;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that prove themselves by an access token of the tenant. */
@NeedsNodeJs
class AccessTokenOfTheScriptsTest {

    private static final String ERROR = "callback(new Error(text))";
    private static final StubReply UNAUTHORIZED = StubReply.json(
            401, "{\"version\":1,\"outcome\":\"error\",\"error\":\"unauthorized\",\"message\":\"Send it.\"}");
    private static final StubReply NOBODY = StubReply.json(
            200, "{\"version\":1,\"outcome\":\"not_found\",\"correlation_id\":\"@C\",\"evidence\":\"EXACT\"}");

    private final ScriptRig rig = ScriptRig.withToken();
    private final AtomicInteger tokens = new AtomicInteger();

    @BeforeEach
    void answer() {
        answer(NOBODY);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void answer(StubReply fromEndpoint) {
        rig.stub().answer(call -> call.path().equals("/oauth/token") ? token(3600) : fromEndpoint);
    }

    private StubReply token(int expiresIn) {
        String value = Marked.secret("token-" + tokens.incrementAndGet());
        return StubReply.json(
                200, "{\"access_token\":\"" + value + "\",\"expires_in\":" + expiresIn + ",\"token_type\":\"Bearer\"}");
    }

    private Stream<String> bearers() {
        return rig.stub().calls("/auth0/get-user").stream().map(StubCall::bearer);
    }

    private static String token(String number) {
        return Marked.secret("token-" + number);
    }

    /** Moves the clock of the container. */
    private void pass(int seconds) {
        ActionScripts scripts = ScriptRig.token().build();
        String shift = "function getUser(identifier, callback) { const now = Date.now; Date.now = () => now() + "
                + seconds + "000; callback(null); }";
        rig.connection().scripts(scripts.login(), shift);
        assertThat(rig.connection().runGetUser("x").result()).isEqualTo(new Nothing());
        rig.connection().scripts(scripts.login(), scripts.getUser());
    }

    @Test
    void aTokenIsFetchedWithTheClientsCredentials() {
        assertThat(ScriptRig.callback(rig.getUser())).isEqualTo("callback(null)");

        StubCall call = rig.stub().calls("/oauth/token").get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(call.body().toString())
                .isEqualTo("{\"grant_type\":\"client_credentials\",\"client_id\":\"client-1\",\"client_secret\":\""
                        + ScriptRig.CLIENT_SECRET + "\",\"audience\":\"https://auth.example.com/auth0\"}");
        assertThat(call.headers().containsKey("Authorization")).isFalse();
        assertThat(bearers()).containsExactly(token("1"));
    }

    @Test
    void oneTokenServesManyCallsAlsoAtOnce() {
        List<CompletableFuture<ScriptRun>> runs = Stream.of(1, 2, 3, 4, 5)
                .map(i -> new CompletableFuture<ScriptRun>()
                        .completeAsync(rig::getUser, task -> new Thread(task).start()))
                .toList();
        assertThat(runs).allSatisfy(run -> assertThat(run.join().result()).isEqualTo(new Nothing()));
        rig.getUser();

        assertThat(tokens).hasValue(1);
        assertThat(bearers()).hasSize(6).containsOnly(token("1"));
    }

    @Test
    void aSecretThatWasChangedHasToProveItself() {
        rig.getUser();
        rig.connection().configure("MIGRATION_CLIENT_SECRET", Marked.secret("another-0123456789abcdef0123456789"));
        rig.getUser();

        assertThat(bearers()).containsExactly(token("1"), token("2"));
        assertThat(rig.stub().calls("/oauth/token").get(1).body().toString()).contains("another-0123456789");
    }

    @Test
    void aTokenIsRenewedAMinuteBeforeItExpires() {
        rig.getUser();
        pass(3530);
        rig.getUser();
        pass(20);
        rig.getUser();

        assertThat(bearers()).containsExactly(token("1"), token("1"), token("2"));
    }

    @Test
    void aShortTokenServesHalfOfItsLife() {
        rig.stub().answer(call -> call.path().equals("/oauth/token") ? token(60) : NOBODY);
        rig.getUser();
        pass(20);
        rig.getUser();
        pass(20);
        rig.getUser();

        assertThat(bearers()).containsExactly(token("1"), token("1"), token("2"));
    }

    @Test
    void aTokenThatIsNoLongerTakenIsRenewedOnce() {
        rig.getUser();
        pass(61);
        rig.stub()
                .answer(call -> call.path().equals("/oauth/token")
                        ? token(3600)
                        : call.bearer().equals(token("1")) ? UNAUTHORIZED : NOBODY);

        assertThat(ScriptRig.callback(rig.getUser())).isEqualTo("callback(null)");
        assertThat(bearers()).containsExactly(token("1"), token("1"), token("2"));
    }

    @Test
    void aRenewedTokenThatIsNotTakenEitherIsAnError() {
        rig.getUser();
        pass(61);
        answer(UNAUTHORIZED);
        ScriptRun run = rig.getUser();

        assertThat(ScriptRig.callback(run)).isEqualTo(ERROR);
        assertThat(ScriptRig.logged(run)).isEqualTo("error unauthorized");
        assertThat(bearers()).containsExactly(token("1"), token("1"), token("2"));
    }

    @Test
    void aNewTokenThatIsNotTakenIsNotRenewed() {
        answer(UNAUTHORIZED);
        rig.getUser();
        assertThat(ScriptRig.callback(rig.getUser())).isEqualTo(ERROR);

        assertThat(tokens).hasValue(1);
    }

    @Test
    void aNewContainerOrAnotherAudienceNeedsAnotherToken() {
        rig.getUser();
        rig.connection().forgetGlobal();
        rig.getUser();
        rig.connection().configure("MIGRATION_AUDIENCE", "https://other.example.com");
        rig.getUser();

        assertThat(bearers()).containsExactly(token("1"), token("2"), token("3"));
    }

    static Stream<Arguments> badTokenAnswers() {
        return Stream.of(
                Arguments.of(StubReply.json(401, "{\"error\":\"access_denied\"}"), "failed token:401"),
                Arguments.of(StubReply.json(200, "{\"expires_in\":3600}"), "failed token:200"),
                Arguments.of(StubReply.json(200, "{\"access_token\":\"a b\",\"expires_in\":3600}"), "failed token:200"),
                Arguments.of(StubReply.json(200, "{\"access_token\":\"a\"}"), "failed token:200"),
                Arguments.of(StubReply.json(200, "{\"access_token\":\"a\",\"expires_in\":0}"), "failed token:200"),
                Arguments.of(StubReply.json(200, "{\"access_token\":\"a\",\"expires_in\":\"9\"}"), "failed token:200"),
                Arguments.of(StubReply.json(200, "[]"), "failed token:answer:json"),
                Arguments.of(StubReply.of(503, "text/html", "<html>"), "failed token:answer:content_type"),
                Arguments.of(StubReply.json(307, "{}"), "failed token:connection"));
    }

    @ParameterizedTest
    @MethodSource("badTokenAnswers")
    void withoutATokenTheEndpointIsNotAsked(StubReply bad, String log) {
        rig.stub().answer(bad);
        ScriptRun run = rig.getUser();

        assertThat(ScriptRig.callback(run)).isEqualTo(ERROR);
        assertThat(ScriptRig.logged(run)).isEqualTo(log);
        assertThat(rig.stub().calls()).hasSize(1);

        answer(NOBODY);
        assertThat(ScriptRig.callback(rig.getUser())).isEqualTo("callback(null)");
    }

    private static ScriptRun runHastily(String domain) {
        try (ScriptRig hasty = ScriptRig.hasty(ScriptRig.token())) {
            hasty.connection().configure("AUTH0_DOMAIN", domain);
            ScriptRun run = hasty.getUser();
            assertThat(hasty.stub().calls()).isEmpty();
            return run;
        }
    }

    @Test
    void aTokenEndpointThatStallsIsWithinTheLimit() {
        try (FaultServer stalls = FaultServer.start(Fault.stall())) {
            ScriptRun run = runHastily(stalls.uri("").toString());

            assertThat(ScriptRig.callback(run)).isEqualTo(ERROR);
            assertThat(ScriptRig.logged(run)).isEqualTo("failed timeout");
            assertThat(ScriptRig.line(run).path("ms").asInt()).isBetween(900, 10_000);
            assertThat(stalls.awaitRequests(1)).isTrue();
            assertThat(stalls.requests()).singleElement().asString().startsWith("POST /oauth/token ");
        }
    }

    @Test
    void aDomainWithoutSchemeIsAskedByHttpsOnly() {
        try (FaultServer plain = FaultServer.start(Fault.gatewayPage(200))) {
            String domain = plain.uri("").toString().substring("http://".length());

            assertThat(ScriptRig.callback(runHastily(domain))).isEqualTo(ERROR);
            assertThat(plain.requests()).isEmpty();
        }
    }
}
