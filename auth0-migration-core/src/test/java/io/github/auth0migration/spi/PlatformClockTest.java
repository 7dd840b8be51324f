package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.CheckReport.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformClockTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static HttpReply answeredAt(Map<String, List<String>> headers) {
        return new HttpReply(200, headers, new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "60, OK", "-60, OK", "61, WARNING", "-61, WARNING"})
    void aMinuteIsTolerated(int secondsAhead, Level level) {
        HttpReply reply = answeredAt(Map.of("Date", List.of("Mon, 05 Jan 2026 12:00:00 GMT")));

        assertThat(PlatformClock.compare(reply, NOON.plusSeconds(secondsAhead)).level())
                .isEqualTo(level);
    }

    @Test
    void anAnswerWithoutADateSaysNothing() {
        assertThat(PlatformClock.compare(answeredAt(Map.of()), NOON).level()).isEqualTo(Level.WARNING);
    }
}
