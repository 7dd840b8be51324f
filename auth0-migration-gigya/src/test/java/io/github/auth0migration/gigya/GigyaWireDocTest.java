package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.ADA_UID;

import io.github.auth0migration.ClientInfo;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.WirePage;
import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.gigya.GigyaOperation;
import io.github.auth0migration.simulators.gigya.GigyaPartialLogin;
import io.github.auth0migration.simulators.gigya.GigyaPerson;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code docs/gigya-wire.md} shows the requests as they left. */
class GigyaWireDocTest {

    private final GigyaSimulator gigya =
            GigyaSimulator.builder().apiKey("3_Site").userKey("AKapp").start();

    @AfterEach
    void stop() {
        gigya.close();
    }

    private GigyaSource.Builder builder(GigyaCredentials credentials) {
        return GigyaSource.builder()
                .apiKey(gigya.apiKey())
                .baseUrl(gigya.url())
                .userIdPrefix("gigya")
                .credentials(credentials);
    }

    private List<ReceivedRequest<GigyaOperation>> requests(GigyaSource source, Consumer<GigyaSource> operation) {
        gigya.forgetRequests();
        operation.accept(source);
        return gigya.received();
    }

    @Test
    void thePageIsUpToDate() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        gigya.registerPublicKey(pair.getPublic());
        gigya.add(
                GigyaPerson.builder(ADA).uid(ADA_UID).password(Marked.PASSWORD).build());
        LoginRequest known = LoginRequest.of(ADA, Marked.PASSWORD)
                .withClient(ClientInfo.unknown().withTrustedAddress(InetAddress.getByName("192.0.2.7")));
        try (GigyaSource secret = builder(GigyaCredentials.secret("AKapp", gigya::secret))
                        .exportPasswords()
                        .build();
                GigyaSource signed =
                        builder(GigyaCredentials.signed("AKapp", gigya::secret)).build();
                GigyaSource token =
                        builder(GigyaCredentials.privateKey("AKapp", () -> pem)).build();
                GigyaSource search = builder(GigyaCredentials.secret("AKapp", gigya::secret))
                        .lookup(GigyaLookupMethod.SEARCH_ONLY)
                        .build()) {
            WirePage page = page().operation("Sign-in", requests(secret, s -> s.login(ADA, Marked.PASSWORD)))
                    .operation(
                            "Sign-in, signed, from an address that the host trusts",
                            requests(signed, s -> s.login(known)))
                    .operation("Sign-in with a private key", requests(token, s -> s.login(ADA, Marked.PASSWORD)))
                    .operation("Look-up by e-mail address", requests(secret, s -> s.getUser(ADA)))
                    .operation("Look-up of somebody unknown", requests(secret, s -> s.getUser("nobody@example.com")))
                    .operation("Look-up by search only", requests(search, s -> s.getUser(ADA)))
                    .operation("Look-up by search only of somebody unknown", requests(search, s -> s.getUser("Nobody")))
                    .operation(
                            "Look-up by user id",
                            requests(secret, s -> s.getUser(LookupRequest.byUserId("gigya|" + ADA_UID))))
                    .operation(
                            "Look-up by a user id that nobody has",
                            requests(secret, s -> s.getUser(LookupRequest.byUserId("gigya|_guid_Nobody="))))
                    .operation("Check", requests(signed, GigyaSource::check));
            gigya.partialLogins(GigyaPartialLogin.TOKEN_ONLY);
            gigya.change(ADA_UID, person -> person.registered(false));
            page.operation(
                    "Sign-in while the registration is not finished",
                    requests(secret, s -> s.login(ADA, Marked.PASSWORD)));
            gigya.crowd(1);
            gigya.batchSize(1);
            page.operation(
                            "Listing of two people with password hashes",
                            requests(secret, s -> s.users().forEach(user -> {})))
                    .assertUpToDate();
        }
    }

    private WirePage page() {
        return WirePage.of("gigya", "Gigya")
                .maskText(Marked.PASSWORD)
                .mask("([&?]|^)(secret|sig|nonce|timestamp|regToken|cursorId)=[^&\\s]+", "$1$2=***")
                .mask("(authorization: Bearer ).+", "$1***")
                .mask("id=[0-9a-f-]{36}%40", "id=***%40")
                .mask("auth0-migration-java/\\S+", "auth0-migration-java/***");
    }
}
