package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.WirePage;
import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.okta.OktaClient;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code docs/okta-wire.md} shows the requests as they left. */
class OktaWireDocTest {

    private static final String ADA = "ada@example.com";
    private static final String ADA_ID = "00uAda00000000000001";

    private final OktaSimulator okta = OktaSimulator.start();
    private final Set<String> credentials = new HashSet<>();

    @AfterEach
    void stop() {
        okta.close();
    }

    private OktaSource.Builder builder() {
        return OktaSource.builder()
                .orgUrl(okta.url())
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED);
    }

    private List<ReceivedRequest<OktaOperation>> requests(OktaSource source, Consumer<OktaSource> operation) {
        okta.forgetRequests();
        operation.accept(source);
        List<ReceivedRequest<OktaOperation>> received = okta.received();
        received.forEach(this::noteCredentials);
        return received;
    }

    private void noteCredentials(ReceivedRequest<OktaOperation> request) {
        request.header("Authorization").ifPresent(value -> credentials.add(value.substring(value.indexOf(' ') + 1)));
        request.header("DPoP").ifPresent(credentials::add);
        if (request.operation() == OktaOperation.TOKEN) {
            credentials.add(request.body().replaceFirst(".*client_assertion=", ""));
        }
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        okta.register(OktaClient.of(Keys.CLIENT_ID, Keys.RSA.getPublic()).requiringDpop());
        okta.add(OktaPerson.builder(ADA)
                .id(ADA_ID)
                .password(Marked.PASSWORD)
                .factor("push", "OKTA", "PENDING_ACTIVATION")
                .build());
        try (OktaSource source = builder().apiToken(okta::apiToken).build();
                OktaSource app = builder().serviceApp(Keys.app()).build()) {
            page().operation("Sign-in", requests(source, s -> s.login(ADA, Marked.PASSWORD)))
                    .operation("Look-up by e-mail address", requests(source, s -> s.getUser(ADA)))
                    .operation(
                            "Look-up by user id",
                            requests(source, s -> s.getUser(LookupRequest.byUserId("okta|" + ADA_ID))))
                    .operation("Check", requests(source, OktaSource::check))
                    .operation(
                            "Look-up by user id as a service app, which begins with a token and with DPoP",
                            requests(app, s -> s.getUser(LookupRequest.byUserId("okta|" + ADA_ID))))
                    .operation("Check as a service app", requests(app, OktaSource::check))
                    .operation(
                            "Listing: two pages of those who are not deactivated, those who are, those whose status has"
                                    + " changed since it began, and the factors of two people of many",
                            listing(source))
                    .assertUpToDate();
        }
        assertThatNothingSecretIsOnIt();
    }

    private void assertThatNothingSecretIsOnIt() throws IOException {
        // A token of the API, one of OAuth, and an assertion and a proof at least.
        assertThat(credentials).contains(okta.apiToken()).hasSizeGreaterThan(3);
        String page = Files.readString(Path.of("..", "docs", "okta-wire.md"));
        assertThat(credentials).noneMatch(page::contains);
        assertThat(page)
                .doesNotContain(Marked.PASSWORD)
                .doesNotContainPattern("(?m)^(authorization: \\w+|dpop:) [^*]")
                .doesNotContainPattern("client_assertion=[^*]");
    }

    private List<ReceivedRequest<OktaOperation>> listing(OktaSource source) {
        okta.crowd(200);
        List<ReceivedRequest<OktaOperation>> all =
                requests(source, s -> s.users().forEach(user -> {}));
        Stream<ReceivedRequest<OktaOperation>> lists =
                all.stream().filter(request -> request.operation() == OktaOperation.SEARCH_USERS);
        Stream<ReceivedRequest<OktaOperation>> factors = all.stream()
                .filter(request -> request.rawPath().contains("/00uCrowd"))
                .limit(2);
        return Stream.concat(lists, factors).toList();
    }

    private WirePage page() {
        return WirePage.of("okta", "Okta")
                .maskText(okta.apiToken())
                .maskText(Marked.PASSWORD)
                .maskText(okta.person("admin@org.example.com").id())
                .mask("client_assertion=[\\w.-]+", "client_assertion=***")
                .mask("(?m)^(dpop: |authorization: DPoP ).+$", "$1***")
                .mask("after=[\\w-]+", "after=***")
                .mask("%22\\d[\\dT.%A-]+Z%22", "%22***%22")
                .mask("auth0-migration-java/\\S+", "auth0-migration-java/***");
    }
}
