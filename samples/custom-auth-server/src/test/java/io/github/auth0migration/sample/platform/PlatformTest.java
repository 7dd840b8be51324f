package io.github.auth0migration.sample.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void severalAreCalledByAllTheirNames() {
        assertThat(Platform.anyOf(List.of(Platform.GIGYA))).isEqualTo("Gigya");
        assertThat(Platform.anyOf(List.of(Platform.OKTA, Platform.GIGYA))).isEqualTo("Okta or Gigya");
        assertThat(Platform.anyOf(List.of(Platform.values()))).isEqualTo("Okta, Stormpath or Gigya");
    }

    @Test
    void isRecognizedByWhatTheStampSays() {
        assertThat(Platform.of("stormpath")).hasValue(Platform.STORMPATH);
        assertThat(Platform.of("Stormpath")).isEmpty();
        assertThat(Platform.of("elsewhere")).isEmpty();
    }

    /** They are in people's ids, so they never change. */
    @Test
    void hasThePrefixOfItsPeoplesIds() {
        assertThat(List.of(Platform.values()))
                .extracting(Platform::userIdPrefix)
                .containsExactly("okta", "stormpath", "gigya");
    }
}
