package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.testsupport.Marked;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTokenTest {

    private static final Instant ASKED = Instant.parse("2030-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT1S, PT0.9S", "PT100S, PT90S", "PT49M, PT44M6S", "PT51M, PT46M", "PT1H, PT55M", "PT24H, PT23H55M"})
    void isRenewedATenthOfItsLifeOrFiveMinutesBeforeItsEnd(Duration life, Duration fresh) {
        AccessToken token = new AccessToken(Marked.TOKEN, false, ASKED, life);

        assertThat(token.isFresh(ASKED.plus(fresh).minusMillis(1))).isTrue();
        assertThat(token.isFresh(ASKED.plus(fresh))).isFalse();
        assertThat(token.isGood(ASKED.plus(life).minusMillis(1))).isTrue();
        assertThat(token.isGood(ASKED.plus(life))).isFalse();
    }
}
