package io.github.auth0migration.okta;

import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.auth0migration.Failure;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.providertests.Row;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.testsupport.Marked;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OktaRateLimitTest {

    // 1757607758 is 16:22:38.
    private static final String DATE = "Thu, 11 Sep 2025 16:21:50 GMT";

    private static Failure refined(Map<String, List<String>> headers) {
        HttpReply reply = new HttpReply(429, headers, error("E0000047").getBytes(StandardCharsets.UTF_8));
        return OktaRateLimit.refine(reply.failure().orElseThrow(), reply);
    }

    private static Map<String, List<String>> headers(List<String> limit, List<String> remaining, List<String> reset) {
        return Map.of(
                "date",
                List.of(DATE),
                "x-rate-limit-limit",
                limit,
                "X-Rate-Limit-Remaining",
                remaining,
                "x-rate-limit-reset",
                reset);
    }

    @Test
    @Row(
            value = {"8.18", "8.19", "3 429"},
            outcome = "Unavailable RATE_LIMITED, wait = reset − Date + 1 s")
    void waitsByTheServersClock() {
        assertThat(refined(headers(List.of("10"), List.of("0"), List.of("1757607758")))
                        .retryAfter())
                .contains(Duration.ofSeconds(49));
    }

    @Test
    @Row(value = "3 header twice", outcome = "the smallest value counts")
    void takesTheSmallestOfSeveral() {
        assertThat(refined(headers(List.of("10", "600"), List.of("0"), List.of("1757607758", "1757607718")))
                        .retryAfter())
                .contains(Duration.ofSeconds(9));
    }

    @Test
    @Row(value = "3 concurrency 0/0", outcome = "Unavailable RATE_LIMITED, wait 1 to 1.5 s whatever the reset")
    void concurrencyLimitIsShort() {
        assertThat(refined(headers(List.of("0"), List.of("0"), List.of("1757609999")))
                        .retryAfter()
                        .orElseThrow())
                .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @CsvSource({"1757607700", "0", "1757607709"})
    void neverLessThanASecond(String resetInThePast) {
        assertThat(refined(headers(List.of("10"), List.of("0"), List.of(resetInThePast)))
                        .retryAfter())
                .contains(Duration.ofSeconds(1));
    }

    @Test
    @Row(value = "3 no headers", outcome = "Unavailable RATE_LIMITED without a wait")
    void withoutHeadersThereIsNoWait() {
        assertThat(refined(Map.of()).retryAfter()).isEmpty();
        assertThat(refined(Map.of("x-rate-limit-reset", List.of("soon"), "date", List.of("today")))
                        .retryAfter())
                .isEmpty();
    }

    @Test
    void aLoginReportsTheWaitAndALookupWaitsIfItFits() {
        try (OktaStub okta = new OktaStub();
                OktaSource source = okta.source()) {
            okta.authn(limited());
            assertThat(source.login(ADA, Marked.PASSWORD)
                            .<String>fold(
                                    a -> "in",
                                    r -> "rejected",
                                    r -> "refused",
                                    u -> u.failure().toString()))
                    .isEqualTo("RATE_LIMITED: The platform asks us to slow down (429). (retry after 49000 ms)"
                            + " [upstream request req-1]");
            assertThat(okta.passwordsSent()).isEqualTo(1);

            okta.users(limited());
            int before = okta.lines().size();
            assertThat(Outcomes.of(source.getUser(ADA))).isEqualTo("Unavailable RATE_LIMITED");
            assertThat(okta.lines()).hasSize(before + 1);
        }
    }

    private static ResponseDefinitionBuilder limited() {
        return OktaStub.json(429, error("E0000047"))
                .withHeader("Date", DATE)
                .withHeader("x-rate-limit-limit", "10")
                .withHeader("x-rate-limit-remaining", "0")
                .withHeader("x-rate-limit-reset", "1757607758");
    }
}
