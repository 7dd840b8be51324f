package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.spi.BaseUrl;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.spi.SigningKey;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a token is good for; {@link TokenAnswerTest} has the answers. */
class TokenEndpointTest {

    private final TestTime time = new TestTime();

    /** A token from an endpoint that takes its time. */
    private AccessToken fetch(long expiresIn, Duration taken) throws CallFailedException {
        Map<String, Object> answer =
                Map.of("token_type", "Bearer", "expires_in", expiresIn, "access_token", Marked.TOKEN);
        HttpTransport transport = call -> {
            time.advance(taken);
            return new HttpReply(200, Map.of(), Json.write(answer).getBytes(StandardCharsets.UTF_8));
        };
        BaseUrl orgUrl = BaseUrl.of("orgUrl", URI.create("https://acme.okta.com"));
        return new TokenEndpoint(Keys.app(), orgUrl, transport, new DpopProofs(SigningKey.generateEc()))
                .fetch(Deadline.after(Duration.ofSeconds(8), time));
    }

    @ParameterizedTest
    @CsvSource({
        "1, PT1S",
        "3600, PT1H",
        "86399, PT23H59M59S",
        "86400, PT24H",
        "86401, PT24H",
        "9223372036854775807, PT24H"
    })
    void itsLifeCountsFromBeforeTheCallAndLastsADayAtMost(long expiresIn, Duration life) throws CallFailedException {
        Instant asked = time.instant();

        AccessToken token = fetch(expiresIn, Duration.ofSeconds(5));

        assertThat(time.instant()).isEqualTo(asked.plusSeconds(5));
        assertThat(token.isGood(asked.plus(life).minusMillis(1))).isTrue();
        assertThat(token.isGood(asked.plus(life))).isFalse();
    }
}
