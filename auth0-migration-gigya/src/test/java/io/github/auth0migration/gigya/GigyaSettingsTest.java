package io.github.auth0migration.gigya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the developer did wrong at set-up throws at build, and nowhere else. */
class GigyaSettingsTest {

    private static GigyaSource.Builder withoutAddress() {
        return GigyaSource.builder()
                .apiKey("3_Site")
                .credentials(GigyaCredentials.secret("AKtest", () -> Marked.TOKEN));
    }

    private static GigyaSource.Builder complete() {
        return withoutAddress().dataCenter("eu1.gigya.com");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("apiKey is missing", GigyaSource.builder(), b -> b.dataCenter("eu1.gigya.com")),
                mistake("apiKey must be", complete(), b -> b.apiKey("3 Site")),
                mistake(
                        "credentials are missing",
                        GigyaSource.builder(),
                        b -> b.apiKey("3_Site").dataCenter("eu1.gigya.com")),
                mistake("dataCenter is missing", withoutAddress(), b -> {}),
                mistake("dataCenter must be", complete(), b -> b.dataCenter("eu1")),
                mistake("dataCenter must be", complete(), b -> b.dataCenter("https://eu1.gigya.com")),
                mistake("dataCenter must be", complete(), b -> b.dataCenter("accounts.eu1.gigya.com")),
                mistake("dataCenter must be", complete(), b -> b.dataCenter("eu1.gigya.com/")),
                mistake("dataCenter must be", complete(), b -> b.dataCenter("evil.example#.gigya.com")),
                mistake(
                        "dataCenter and baseUrl exclude",
                        complete(),
                        b -> b.baseUrl(URI.create("https://login.example.com"))),
                mistake(
                        "baseUrl must be https",
                        withoutAddress(),
                        b -> b.baseUrl(URI.create("http://login.example.com"))),
                mistake(
                        "baseUrl must hold no user name",
                        withoutAddress(),
                        b -> b.baseUrl(URI.create("https://u:" + Marked.TOKEN + "@login.example.com"))),
                mistake("userIdPrefix must be", complete(), b -> b.userIdPrefix("auth0")),
                mistake("name must not be blank", complete(), b -> b.name(" ")));
    }

    private static Arguments mistake(
            String message, GigyaSource.Builder builder, Consumer<GigyaSource.Builder> setting) {
        return Arguments.of(message, builder, setting);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistakesNameSettingRuleAndFix(
            String message, GigyaSource.Builder builder, Consumer<GigyaSource.Builder> setting) {
        setting.accept(builder);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageStartingWith(message)
                .withMessageContaining(":")
                .satisfies(SecretScan::clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us1.gigya.com", "eu2.gigya.com", "cn1.sapcdm.cn", "global.gigya.com", "cn1.gigya-api.cn"})
    void aDataCentreIsADomainOfAnyName(String domain) {
        try (GigyaSource source = withoutAddress().dataCenter(domain).build()) {
            assertThat(source).hasToString("GigyaSource[https://accounts." + domain + "]");
        }
    }

    @Test
    void aSourceTellsItsNameAndItsPrefixAndNoSecret() {
        try (GigyaSource source = withoutAddress()
                .baseUrl(URI.create("https://login.example.com/gigya"))
                .userIdPrefix("gigya")
                .build()) {
            assertThat(source.name()).isEqualTo("gigya");
            assertThat(source.description().userIdPrefix()).contains("gigya");
            assertThat(SecretScan.clean(source)).hasToString("GigyaSource[https://login.example.com/gigya]");
        }
    }
}
