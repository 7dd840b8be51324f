package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.simulators.gigya.GigyaOperation;
import io.github.auth0migration.simulators.gigya.GigyaPartialLogin;
import io.github.auth0migration.simulators.gigya.GigyaPasswordView;
import io.github.auth0migration.simulators.gigya.GigyaPerson;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A site that changes while people sign in. */
class GigyaOverTimeTest {

    private final GigyaSimulator gigya = GigyaSimulator.start();
    private final GigyaPerson ada =
            gigya.add(GigyaPerson.builder(ADA).password(Marked.PASSWORD).build());
    private GigyaSource source = with(b -> b);

    private GigyaSource with(UnaryOperator<GigyaSource.Builder> settings) {
        return settings.apply(GigyaSource.builder()
                        .apiKey(gigya.apiKey())
                        .baseUrl(gigya.url())
                        .credentials(GigyaCredentials.secret(gigya.userKey(), gigya::secret))
                        .userIdPrefix("gigya"))
                .build();
    }

    private void use(UnaryOperator<GigyaSource.Builder> settings) {
        source.close();
        source = with(settings);
    }

    @AfterEach
    void stop() {
        source.close();
        gigya.close();
    }

    private String login(String password) {
        return Outcomes.of(source.login(ADA, password));
    }

    private String lookup(String typed) {
        return Outcomes.of(source.getUser(typed));
    }

    private String lookupByUid() {
        return Outcomes.of(source.getUser(LookupRequest.byUserId("gigya|" + ada.uid())));
    }

    @Test
    void anAccountThatLocksIsToldFromAnAddressThatIsLocked() {
        gigya.lockoutAfter(2);
        assertThat(login(Marked.WRONG_PASSWORD)).isEqualTo("Rejected UNSPECIFIED");
        assertThat(login(Marked.WRONG_PASSWORD)).isEqualTo("Rejected UNSPECIFIED");
        assertThat(login(Marked.PASSWORD)).isEqualTo("Refused LOCKED_OUT");
        assertThat(lookup(ADA)).isEqualTo("Refused LOCKED_OUT");

        gigya.unlock(ada.uid());
        assertThat(login(Marked.PASSWORD)).isEqualTo("Authenticated");

        gigya.lockAddress(true);
        assertThat(login(Marked.PASSWORD)).isEqualTo("Unavailable RATE_LIMITED");
        assertThat(Outcomes.of(source.login("nobody@example.com", Marked.PASSWORD)))
                .isEqualTo("Unavailable RATE_LIMITED");
    }

    @Test
    void aCaptchaSaysNothingOfThePassword() {
        gigya.captchaAfter(1);
        login(Marked.WRONG_PASSWORD);

        assertThat(login(Marked.PASSWORD)).isEqualTo("Unavailable RATE_LIMITED");
    }

    @Test
    @Row(value = "11 former password", outcome = "Rejected WRONG_PASSWORD")
    void aFormerPasswordIsWrong() {
        gigya.change(ada.uid(), person -> person.oldPasswords(Marked.secret("former")));

        assertThat(login(Marked.secret("former"))).isEqualTo("Rejected WRONG_PASSWORD");
    }

    @ParameterizedTest
    @EnumSource
    void anUnfinishedRegistrationMigratesHoweverMuchIsTold(GigyaPartialLogin told) {
        gigya.partialLogins(told);
        gigya.change(ada.uid(), person -> person.registered(false));

        assertThat(login(Marked.PASSWORD)).isEqualTo("Authenticated (registration_incomplete)");
        assertThat(lookup(ADA)).isEqualTo("Found");

        use(b -> b.incompleteRegistration(IncompleteRegistrationPolicy.REFUSE));
        assertThat(login(Marked.PASSWORD)).isEqualTo("Refused REGISTRATION_INCOMPLETE, password proved");
        assertThat(login(Marked.WRONG_PASSWORD)).isEqualTo("Rejected UNSPECIFIED");
        assertThat(lookup(ADA)).isEqualTo("Refused REGISTRATION_INCOMPLETE");
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatWaitsForItsVerificationStaysOut(GigyaPartialLogin told) {
        gigya.partialLogins(told);
        gigya.change(
                ada.uid(),
                person -> person.username("ada")
                        .loginEmails()
                        .unverifiedLoginEmails(ADA)
                        .verifiedEmails()
                        .unverifiedEmails(ADA));

        assertThat(login(Marked.PASSWORD)).isEqualTo("Refused EMAIL_UNVERIFIED, password proved");
        assertThat(lookup(ADA)).startsWith("NotFound");
    }

    @Test
    @Row(value = "11 index lags", outcome = "NotFound INDEX by search, never by identifiers")
    void theIndexLagsBehindAndIdentifiersDoNot() {
        gigya.holdIndex();
        gigya.add(GigyaPerson.builder("grace@example.com").build());

        assertThat(lookup("grace@example.com")).isNotEqualTo("NotFound EXACT").isNotEqualTo("NotFound INDEX");
        use(b -> b.lookup(GigyaLookupMethod.SEARCH_ONLY));
        assertThat(lookup("grace@example.com")).isEqualTo("NotFound INDEX");

        gigya.change(
                ada.uid(),
                person -> person.loginEmails("new@example.com")
                        .verifiedEmails("new@example.com")
                        .profile("email", "new@example.com"));
        assertThat(lookup(ADA)).as("an old row of the index").isEqualTo("NotFound INDEX");
    }

    @Test
    void searchFindsOtherCaseAndNobodyElse() {
        gigya.add(GigyaPerson.builder("Otto.Moreau@Example.com")
                .password(Marked.PASSWORD)
                .build());
        gigya.add(GigyaPerson.builder("x.otto.moreau@example.com.example").build());
        use(b -> b.lookup(GigyaLookupMethod.SEARCH_ONLY));

        assertThat(lookup("otto.moreau@example.com")).isEqualTo("Found");

        gigya.encryptedSearch(false);
        assertThat(lookup("Otto.Moreau@Example.com")).isEqualTo("Found");
        assertThat(lookup("moreau@example.com")).isEqualTo("NotFound INDEX");
    }

    @Test
    void withoutFindTheIndexAnswers() {
        gigya.identifiersFind(false);
        assertThat(lookup(ADA)).isEqualTo("Found");
        assertThat(lookup("nobody@example.com")).isEqualTo("NotFound INDEX");

        gigya.denyRights(GigyaOperation.SEARCH);
        assertThat(lookup(ADA)).isEqualTo("Unavailable CONFIGURATION");
    }

    @Test
    void whoeverIsRemovedIsNobody() {
        assertThat(lookupByUid()).isEqualTo("Found");
        gigya.remove(ada.uid());

        assertThat(lookupByUid()).isEqualTo("NotFound EXACT");
        assertThat(lookup(ADA)).isEqualTo("NotFound EXACT");
    }

    @Test
    @Row(value = "11 key refused", outcome = "Unavailable SOURCE_CREDENTIALS")
    void aRevokedKeyIsNeverSomebodysAbsence() {
        gigya.revoke();

        assertThat(lookupByUid()).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        assertThat(lookup(ADA)).isEqualTo("Unavailable SOURCE_CREDENTIALS");
        assertThat(login(Marked.PASSWORD)).isEqualTo("Unavailable SOURCE_CREDENTIALS");

        assertThat(gigya.rotateSecret()).isNotEmpty();
        assertThat(login(Marked.PASSWORD)).isEqualTo("Authenticated");
    }

    @Test
    void eachWayToShowTheKeyWorks() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        gigya.registerPublicKey(pair.getPublic());
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";

        for (GigyaCredentials credentials : new GigyaCredentials[] {
            GigyaCredentials.secret(gigya.userKey(), gigya::secret),
            GigyaCredentials.signed(gigya.userKey(), gigya::secret),
            GigyaCredentials.privateKey(gigya.userKey(), () -> pem)
        }) {
            use(b -> b.credentials(credentials));
            gigya.answerNext(GigyaOperation.FIND_IDENTIFIER, 403048, 1);
            assertThat(login(Marked.PASSWORD)).isEqualTo("Authenticated");
            assertThat(lookup(ADA)).isEqualTo("Found");
        }
    }

    @Test
    void listingsGoOnOverEmptyBatchesAndGiveHashesIfAsked() {
        gigya.crowd(5);
        gigya.batchSize(2);
        gigya.emptyBatches(true);
        gigya.showPasswords(GigyaPasswordView.SHOWN);
        use(GigyaSource.Builder::exportPasswords);

        try (Stream<SourceUser> users = source.users()) {
            assertThat(users.toList())
                    .hasSize(6)
                    .allSatisfy(entry -> assertThat(
                                    ((SourceUser.Migratable) entry).password().isEmpty())
                            .isFalse());
        }
    }
}
