package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the developer did wrong at set-up throws at build, and nowhere else. */
class OktaSettingsTest {

    private static OktaSource.Builder complete() {
        return OktaSource.builder()
                .orgUrl(URI.create("https://acme.okta.com"))
                .apiToken(() -> Marked.TOKEN)
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED);
    }

    private static OktaSource.Builder serviceApp() {
        return OktaSource.builder()
                .orgUrl(URI.create("https://acme.okta.com"))
                .serviceApp(Keys.app())
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("orgUrl is missing", OktaSource.builder().apiToken(() -> "x"), b -> {}),
                mistake("orgUrl must be https", complete(), b -> b.orgUrl(URI.create("http://acme.okta.com"))),
                mistake("orgUrl must be an absolute", complete(), b -> b.orgUrl(URI.create("acme.okta.com"))),
                mistake(
                        "orgUrl must hold no user name",
                        complete(),
                        b -> b.orgUrl(URI.create("https://u:" + Marked.TOKEN + "@acme.okta.com"))),
                mistake("apiToken and loginOnly() exclude", complete(), b -> b.loginOnly()),
                mistake(
                        "apiToken is missing",
                        OktaSource.builder().orgUrl(URI.create("https://acme.okta.com")),
                        b -> b.emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)),
                mistake("apiToken and serviceApp exclude", complete(), b -> b.serviceApp(Keys.app())),
                mistake("serviceApp and loginOnly() exclude", serviceApp(), b -> b.loginOnly()),
                mistake(
                        "serviceApp must have a client id",
                        serviceApp(),
                        b -> b.serviceApp(OktaServiceApp.of("two words", () -> Marked.TOKEN))),
                mistake(
                        "serviceApp must have a key id",
                        serviceApp(),
                        b -> b.serviceApp(Keys.app().withKeyId(""))),
                mistake(
                        "authnApplication TRUSTED needs an apiToken",
                        serviceApp(),
                        b -> b.authnApplication(AuthnApplication.TRUSTED)),
                mistake(
                        "authnApplication TRUSTED needs an apiToken",
                        OktaSource.builder().orgUrl(URI.create("https://acme.okta.com")),
                        b -> b.loginOnly().authnApplication(AuthnApplication.TRUSTED)),
                mistake(
                        "emailVerification must be",
                        OktaSource.builder()
                                .orgUrl(URI.create("https://acme.okta.com"))
                                .apiToken(() -> "x"),
                        b -> {}),
                mistake(
                        "emailVerification must be",
                        complete(),
                        b -> b.emailVerification(EmailVerificationPolicy.FROM_SOURCE)),
                mistake("userIdPrefix must be", complete(), b -> b.userIdPrefix("auth0")),
                mistake("userIdPrefix must be", complete(), b -> b.userIdPrefix("okta|")),
                mistake("userIdPrefix must be", complete(), b -> b.userIdPrefix("")),
                mistake("name must not be blank", complete(), b -> b.name(" ")));
    }

    private static Arguments mistake(String message, OktaSource.Builder builder, Consumer<OktaSource.Builder> setting) {
        return Arguments.of(message, builder, setting);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistakesNameSettingRuleAndFix(
            String message, OktaSource.Builder builder, Consumer<OktaSource.Builder> setting) {
        setting.accept(builder);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageStartingWith(message)
                .withMessageContaining(":")
                .satisfies(SecretScan::clean);
    }

    @Test
    void aSourceTellsItsNameAndItsPrefixAndNoSecret() {
        try (OktaSource source = complete().userIdPrefix("okta").build()) {
            assertThat(source.name()).isEqualTo("okta");
            assertThat(source.description().userIdPrefix()).contains("okta");
            assertThat(SecretScan.clean(source)).hasToString("OktaSource[https://acme.okta.com]");
        }
    }

    @Test
    void aTokenSupplierThatFailsIsUnavailable() {
        try (OktaStub okta = new OktaStub();
                OktaSource throwing = okta.source(b -> b.apiToken(() -> {
                    throw new IllegalStateException(Marked.TOKEN);
                }));
                OktaSource blank = okta.source(b -> b.apiToken(() -> ""));
                OktaSource smuggling = okta.source(b -> b.apiToken(() -> Marked.TOKEN + "\r\nX-Evil: 1"))) {
            for (OktaSource source : new OktaSource[] {throwing, blank, smuggling}) {
                assertThat(Outcomes.of(source.getUser(OktaStub.ADA))).isEqualTo("Unavailable SOURCE_CREDENTIALS");
            }
            assertThat(okta.lines()).isEmpty();
        }
    }
}
