package io.github.auth0migration.gigya;

import static io.github.auth0migration.gigya.GigyaStub.ADA;
import static io.github.auth0migration.gigya.GigyaStub.ada;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.testsupport.Marked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an account owns, and which address becomes the user's. */
class IdentityTest {

    private static final String WORK = "ada@work.example.com";

    @RegisterExtension
    static final GigyaStub gigya = new GigyaStub();

    /** An account by the addresses it has; "-" for none. */
    private static Map<String, Object> account(
            String profile, String username, String login, String loginUnverified, String verified, String unverified) {
        Map<String, Object> account = ada();
        account.put("profile", profile.equals("-") ? Map.of() : Map.of("email", profile));
        account.put(
                "loginIDs",
                username.equals("-")
                        ? Map.of("emails", list(login), "unverifiedEmails", list(loginUnverified))
                        : Map.of(
                                "username",
                                username,
                                "emails",
                                list(login),
                                "unverifiedEmails",
                                list(loginUnverified)));
        account.put("emails", Map.of("verified", list(verified), "unverified", list(unverified)));
        return account;
    }

    private static List<String> list(String text) {
        return text.equals("-") ? List.of() : List.of(text.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        // profile, username, login, loginUnverified, verified, unverified, email, verified?
        "ada@example.com, -, ada@example.com, -, ada@example.com, -, ada@example.com, true",
        "Ada@Example.com, -, ada@example.com, -, ada@example.com, -, Ada@Example.com, true",
        "ada@example.com, ada, -, -, ada@example.com, -, ada@example.com, true",
        "ada@example.com, -, ada@example.com, -, -, -, ada@example.com, false",
        "ada@example.com, -, ada@example.com, -, -, ada@example.com, ada@example.com, false",
        "eve@example.com, -, ada@example.com, -, ada@example.com, eve@example.com, ada@example.com, true",
        "eve@example.com, ada, -, -, a@example.com b@example.com, -, a@example.com, true",
        "b@example.com, ada, -, -, a@example.com b@example.com, -, b@example.com, true",
        "eve@example.com, ada, l@example.com, -, a@example.com, -, l@example.com, false",
        "-, ada, -, -, -, -, , false",
        "ada@example.com, ada, -, ada@example.com, -, -, , false",
        "ada@example.com, ada, -, -, ada@example.com, ada@example.com, , false",
        "ada@example.com, ada, ada@example.com, ada@example.com, ada@example.com, -, ada@example.com, false",
    })
    void theUsersAddressIsTheAccountsOwn(
            String profile,
            String username,
            String login,
            String loginUnverified,
            String verified,
            String unverified,
            String email,
            boolean emailVerified) {
        Map<String, Object> account = account(profile, username, login, loginUnverified, verified, unverified);
        gigya.person(account);

        for (MigratedUser user : usersFrom(email == null ? username : email)) {
            assertThat(user.email().orElse(null)).isEqualTo(email);
            assertThat(user.emailVerified()).isEqualTo(emailVerified);
        }
    }

    /** The user from all three: sign-in, look-up and listing. */
    private static List<MigratedUser> usersFrom(String typed) {
        List<MigratedUser> users = new ArrayList<>();
        try (GigyaSource source = gigya.source();
                Stream<SourceUser> listed = source.users()) {
            users.add(((LoginOutcome.Authenticated) source.login(typed, Marked.PASSWORD)).user());
            users.add(((LookupOutcome.Found) source.getUser(typed)).user());
            users.add(((SourceUser.Migratable) listed.findFirst().orElseThrow()).user());
        }
        assertThat(users.get(1)).isEqualTo(users.get(0));
        assertThat(users.get(2)).isEqualTo(users.get(0));
        return users;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada@example.com      | Authenticated",
                "ADA@EXAMPLE.COM      | Authenticated",
                "ada.w                | Authenticated",
                "ada@work.example.com | Refused IDENTITY_MISMATCH, password proved",
                "ada@new.example.com  | Refused IDENTITY_MISMATCH, password proved",
                "ada@login.example.com| Refused IDENTITY_MISMATCH, password proved",
                "eve                  | Refused IDENTITY_MISMATCH, password proved",
                "+46701234567         | Refused IDENTITY_MISMATCH, password proved"
            })
    void whatWasTypedMustBeTheAccountsOwn(String typed, String outcome) {
        gigya.person(
                account(ADA, "ada.w", ADA + " ada@login.example.com", "ada@new.example.com", ADA + " " + WORK, "-"));

        try (GigyaSource source = gigya.source()) {
            assertThat(Outcomes.of(source.login(typed, Marked.PASSWORD))).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @EnumSource
    void identityIsCheckedAgainAfterTheMapper(GigyaLookupMethod method) {
        try (GigyaSource source = gigya.source(b -> b.lookup(method)
                .profileMapper((raw, mapped) ->
                        mapped.toBuilder().email("boss@example.com", true).build()))) {
            assertThat(Outcomes.of(source.login(ADA, Marked.PASSWORD)))
                    .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Refused IDENTITY_MISMATCH");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ada@work.example.com, Authenticated",
        "ada@login.example.com, Authenticated",
        "'ada@new.example.com', 'Refused IDENTITY_MISMATCH, password proved'"
    })
    void anyOwnedIsEnoughWhereTheHostSaysSo(String typed, String outcome) {
        gigya.person(
                account(ADA, "ada.w", ADA + " ada@login.example.com", "ada@new.example.com", ADA + " " + WORK, "-"));

        try (GigyaSource source = gigya.source(b -> b.identifiers(IdentifierPolicy.ANY_OWNED))) {
            assertThat(Outcomes.of(source.login(typed, Marked.PASSWORD))).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH0, IDENTIFIERS_FIRST",
        "AUTH0, SEARCH_ONLY",
        "ANY_OWNED, IDENTIFIERS_FIRST",
        "ANY_OWNED, SEARCH_ONLY"
    })
    void anAddressShapedUsernameIsNoAddress(IdentifierPolicy policy, GigyaLookupMethod method) {
        gigya.person(account(ADA, WORK, ADA, "-", ADA, "-"));

        try (GigyaSource source = gigya.source(b -> b.identifiers(policy).lookup(method))) {
            assertThat(Outcomes.of(source.login(WORK, Marked.PASSWORD)))
                    .isEqualTo("Refused IDENTITY_MISMATCH, password proved");
            assertThat(Outcomes.of(source.getUser(WORK))).isEqualTo("Refused IDENTITY_MISMATCH");
        }
        assertThat(usersFrom(ADA).get(0).username()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ASSUME_VERIFIED, false, true", "ASSUME_UNVERIFIED, false, false", "FROM_SOURCE, true, false"})
    void policiesDecideWhereGigyaSaysNothing(EmailVerificationPolicy policy, boolean said, boolean verified) {
        gigya.person(account(ADA, "-", ADA, "-", "-", said ? ADA : "-"));

        try (GigyaSource source = gigya.source(b -> b.emailVerification(policy))) {
            assertThat(((LookupOutcome.Found) source.getUser(ADA)).user().emailVerified())
                    .isEqualTo(verified);
        }
    }

    @Test
    void noPolicyVerifiesWhatGigyaCallsUnverified() {
        gigya.person(account(ADA, "-", ADA, "-", "-", ADA));

        try (GigyaSource source = gigya.source(b -> b.emailVerification(EmailVerificationPolicy.ASSUME_VERIFIED))) {
            assertThat(((LookupOutcome.Found) source.getUser(ADA)).user().emailVerified())
                    .isFalse();
        }
    }

    @Test
    @Row(value = "11 206002 and the address", outcome = "Authenticated (email_unverified), the address unverified")
    void pendingVerificationIsNeverVerified() {
        gigya.login(GigyaStub.coded(206002, ada()));

        try (GigyaSource source = gigya.source(b -> b.emailVerification(EmailVerificationPolicy.ASSUME_VERIFIED))) {
            LoginOutcome outcome = source.login(ADA, Marked.PASSWORD);
            assertThat(((LoginOutcome.Authenticated) outcome).user().emailVerified())
                    .isFalse();
        }
    }
}
