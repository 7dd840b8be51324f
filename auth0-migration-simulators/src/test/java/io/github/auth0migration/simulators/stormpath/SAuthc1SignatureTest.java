package io.github.auth0migration.simulators.stormpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against signatures that Stormpath's own SDKs publish for this key, time and nonce. */
class SAuthc1SignatureTest {

    private static final SAuthc1Header HEADER = new SAuthc1Header(
            "MyId",
            "20130701",
            "a43a9d25-ab06-421e-8605-33fd1e760825",
            List.of("host", "x-stormpath-date"),
            "not looked at");
    private static final String TIME = "20130701T000000Z";
    private static final Map<String, List<String>> HEADERS =
            Map.of("host", List.of("api.stormpath.com"), "x-stormpath-date", List.of(TIME));

    @ParameterizedTest
    @CsvSource({
        "/v1/, '', 990a95aabbcbeb53e48fb721f73b75bd3ae025a2e86ad359d08558e1bbb9411c",
        "/v1/applications/77JnfFiREjdfQH0SObMfjI/groups, q=group&limit=25&offset=25, "
                + "e30a62c0d03ca6cb422e66039786865f3eb6269400941ede6226760553a832d3",
        "/v1/directories, orderBy=name+asc, fc04c5187cc017bbdf9c0bb743a52a9487ccb91c0996267988ceae3f10314176"
    })
    void signsLikeThePublishedExamples(String path, String query, String signature) {
        String canonical = new CanonicalRequest(StormpathDialect.STORMPATH)
                .of("GET", path, query, name -> HEADERS.getOrDefault(name, List.of()), HEADER.signedHeaders(), "");

        assertThat(SAuthc1Signature.of("Shush!", HEADER, TIME, canonical)).isEqualTo(signature);
    }
}
