package io.github.auth0migration.stormpath;

import static io.github.auth0migration.stormpath.StormpathStub.ADA;
import static io.github.auth0migration.stormpath.StormpathStub.KEY_ID;
import static io.github.auth0migration.stormpath.StormpathStub.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.providertests.Outcomes;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.testsupport.ManualTime;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SAuthc1Test {

    @RegisterExtension
    static final StormpathStub stormpath = new StormpathStub();

    private static final class TestTime extends ManualTime implements TimeSource {}

    private static String header(HttpCall call, String name) {
        return call.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(HttpCall.Header::value)
                .findFirst()
                .orElseThrow();
    }

    /** The first two are the vectors that Stormpath's SDKs publish; all have the query as it is sent. */
    @ParameterizedTest
    @CsvSource({
        "https://api.stormpath.com/v1/, 990a95aabbcbeb53e48fb721f73b75bd3ae025a2e86ad359d08558e1bbb9411c",
        "https://api.stormpath.com/v1/applications/77JnfFiREjdfQH0SObMfjI/groups?limit=25&offset=25&q=group,"
                + " e30a62c0d03ca6cb422e66039786865f3eb6269400941ede6226760553a832d3",
        "https://api.stormpath.com/v1/directories?orderBy=name%20asc,"
                + " fc04c5187cc017bbdf9c0bb743a52a9487ccb91c0996267988ceae3f10314176"
    })
    void signsAsThePublishedVectors(String url, String signature) {
        HttpCall signed = new SAuthc1("MyId", "Shush!")
                .sign(
                        HttpCall.get(URI.create(url), Deadline.standard()),
                        Instant.parse("2013-07-01T00:00:00Z"),
                        "a43a9d25-ab06-421e-8605-33fd1e760825");

        assertThat(header(signed, "X-Stormpath-Date")).isEqualTo("20130701T000000Z");
        assertThat(header(signed, "Authorization"))
                .isEqualTo("SAuthc1 sauthc1Id=MyId/20130701/a43a9d25-ab06-421e-8605-33fd1e760825/sauthc1_request,"
                        + " sauthc1SignedHeaders=host;x-stormpath-date, sauthc1Signature=" + signature);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example:443/v1/, https://h.example/v1/, true",
        "https://h.example:8443/v1/, https://h.example/v1/, false",
        "http://h.example:80/v1/, http://h.example/v1/, true",
        "https://h.example, https://h.example/, true"
    })
    void signsHostAndPathAsTheyArrive(String one, String other, boolean same) {
        assertThat(signature(one).equals(signature(other))).isEqualTo(same);
    }

    private static String signature(String url) {
        return header(
                new SAuthc1("MyId", "Shush!")
                        .sign(HttpCall.get(URI.create(url), Deadline.standard()), Instant.EPOCH, "nonce"),
                "Authorization");
    }

    private static String authorization(LoggedRequest request) {
        return request.getHeader("Authorization");
    }

    @Test
    void eachRequestIsSignedByTheDeadlinesClockWithANonceOfItsOwn() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(8), new TestTime());
        try (StormpathSource source = stormpath.source(b -> b.authentication(StormpathAuthentication.SAUTHC1))) {
            source.login(LoginRequest.of(ADA, Marked.PASSWORD).withDeadline(deadline));
        }

        List<LoggedRequest> requests = stormpath.requests();
        assertThat(requests).hasSize(5).allSatisfy(request -> {
            assertThat(request.getHeader("X-Stormpath-Date")).isEqualTo("20300101T000000Z");
            assertThat(authorization(request)).startsWith("SAuthc1 sauthc1Id=" + KEY_ID + "/20300101/");
        });
        assertThat(requests.stream().map(SAuthc1Test::authorization)).doesNotHaveDuplicates();
    }

    @Test
    void aRepeatedReadIsSignedAnew() {
        stormpath.search("email", error(503, 503));
        Deadline deadline = Deadline.after(Duration.ofSeconds(8), new TestTime());
        try (StormpathSource source = stormpath.source(b -> b.authentication(StormpathAuthentication.SAUTHC1))) {
            assertThat(Outcomes.of(
                            source.getUser(LookupRequest.byIdentifier(ADA).withDeadline(deadline))))
                    .isEqualTo("Unavailable SERVER_ERROR");
        }

        assertThat(stormpath.requests().stream().map(SAuthc1Test::authorization))
                .hasSizeGreaterThan(2)
                .doesNotHaveDuplicates();
    }
}
