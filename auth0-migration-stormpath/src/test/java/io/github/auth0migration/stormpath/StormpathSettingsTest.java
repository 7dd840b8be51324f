package io.github.auth0migration.stormpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.spi.Secret;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StormpathSettingsTest {

    private static StormpathSource.Builder complete() {
        return StormpathSource.builder().applicationId("app1").apiKey("KEY1", () -> Marked.TOKEN);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("baseUrl must be https", b -> b.baseUrl(URI.create("http://stormpath.example.com/v1"))),
                mistake("baseUrl must hold the version", b -> b.baseUrl(URI.create("https://stormpath.example.com"))),
                mistake("baseUrl must hold the version", b -> b.baseUrl(URI.create("https://stormpath.example.com/"))),
                mistake(
                        "baseUrl must hold no user name",
                        b -> b.baseUrl(URI.create("https://u:" + Marked.TOKEN + "@h/v1"))),
                mistake(
                        "applicationId must be",
                        b -> b.applicationId("https://api.stormpath.com/v1/applications/app1")),
                mistake("applicationId must be", b -> b.applicationId("")),
                mistake("applicationId must be", b -> b.applicationId("a".repeat(65))),
                mistake("apiKey must have an id", b -> b.apiKey(Marked.secret("a:b"), () -> "x")),
                mistake("apiKey must have an id", b -> b.apiKey("", () -> "x")),
                mistake("accountStore must be a directory", store("https://other.example/v1/directories/dir1")),
                mistake("accountStore must be a directory", store("https://api.stormpath.com/directories/dir1")),
                mistake("accountStore must be a directory", store("https://api.stormpath.com/v1/accounts/dir1")),
                mistake("accountStore must be a directory", store("https://api.stormpath.com/v1/directories/d/x")),
                mistake("accountStore must be a directory", store("directories/dir1")),
                mistake("accountStore must have a name key", b -> b.accountStore(AccountStore.nameKey(""))),
                mistake("accountStore must have a name key", b -> b.accountStore(AccountStore.nameKey("a b"))),
                mistake("userIdPrefix must be", b -> b.userIdPrefix("auth0")),
                mistake("name must not be blank", b -> b.name(" ")));
    }

    private static Consumer<StormpathSource.Builder> store(String href) {
        return builder -> builder.accountStore(AccountStore.href(URI.create(href)));
    }

    private static Arguments mistake(String message, Consumer<StormpathSource.Builder> setting) {
        return Arguments.of(message, setting);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistakesNameSettingRuleAndFix(String message, Consumer<StormpathSource.Builder> setting) {
        StormpathSource.Builder builder = complete();
        setting.accept(builder);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageStartingWith(message)
                .withMessageContaining(":")
                .satisfies(SecretScan::clean);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> StormpathSource.builder().apiKey("k", () -> "x").build())
                .withMessageStartingWith("applicationId is missing:");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> StormpathSource.builder().applicationId("app1").build())
                .withMessageStartingWith("apiKey is missing:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.stormpath.com/v1", "https://api.stormpath.com/v1/"})
    void aStoreMayBeNamedBelowEitherFormOfTheAddress(String baseUrl) {
        try (StormpathSource source = complete()
                .baseUrl(URI.create(baseUrl))
                .accountStore(AccountStore.href(URI.create("https://api.stormpath.com/v1/groups/g1")))
                .build()) {
            assertThat(source.name()).isEqualTo("stormpath");
        }
    }

    @Test
    void aSourceTellsItsNameAndItsPrefixAndNoSecret() {
        try (StormpathSource source = complete().userIdPrefix("stormpath").build()) {
            assertThat(source.description().userIdPrefix()).contains("stormpath");
            assertThat(SecretScan.clean(source)).hasToString("StormpathSource[https://api.stormpath.com/v1]");
        }
        ApiKey key = new ApiKey("KEY1", Secret.of("apiKey secret", () -> Marked.TOKEN), StormpathAuthentication.BASIC);
        assertThat(SecretScan.clean(key)).hasToString("ApiKey[BASIC]");
        assertThat(SecretScan.clean(new SAuthc1("KEY1", Marked.TOKEN))).hasToString("SAuthc1");
    }

    @ParameterizedTest
    @EnumSource
    void aSecretSupplierThatFailsIsUnavailable(StormpathAuthentication authentication) {
        try (StormpathStub stormpath = new StormpathStub();
                StormpathSource throwing =
                        stormpath.source(b -> b.authentication(authentication).apiKey("KEY1", () -> {
                            throw new IllegalStateException(Marked.TOKEN);
                        }));
                StormpathSource blank =
                        stormpath.source(b -> b.authentication(authentication).apiKey("KEY1", () -> ""))) {
            for (StormpathSource source : new StormpathSource[] {throwing, blank}) {
                assertThat(Outcomes.of(source.getUser(StormpathStub.ADA))).isEqualTo("Unavailable SOURCE_CREDENTIALS");
            }
            assertThat(stormpath.lines()).isEmpty();
        }
    }
}
