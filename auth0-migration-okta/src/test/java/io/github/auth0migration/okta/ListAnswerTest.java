package io.github.auth0migration.okta;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.github.auth0migration.okta.OktaStub.ADA;
import static io.github.auth0migration.okta.OktaStub.ADA_ID;
import static io.github.auth0migration.okta.OktaStub.error;
import static io.github.auth0migration.okta.OktaStub.json;
import static io.github.auth0migration.okta.OktaStub.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.providertests.AnswerRow;
import io.github.auth0migration.providertests.PlatformStub;
import io.github.auth0migration.spi.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each answer to a list of people. */
class ListAnswerTest {

    @RegisterExtension
    static final OktaStub okta = new OktaStub();

    private static final String ENID = "00uEnid000000000002";
    private static final String PUSH = "[{\"factorType\":\"push\",\"status\":\"ACTIVE\"}]";

    static Stream<AnswerRow<OktaStub, OktaSource.Builder>> rows() {
        return Stream.of(
                AnswerRow.of("3 list, one page", "Migratable", o -> {}),
                AnswerRow.of("3 list, pages", "Migratable, Migratable", o -> {
                    o.search(list(ADA_ID).withHeader("Link", self(o), o.next("000uA")));
                    o.page("after", "000uA", list(ENID));
                }),
                AnswerRow.of("3 list, one Link header for all links", "Migratable, Migratable", o -> {
                    o.search(list(ADA_ID).withHeader("Link", self(o) + ", " + o.next("000uA")));
                    o.page("after", "000uA", list(ENID));
                }),
                AnswerRow.of("3 list, an empty page before the end", "Migratable", o -> {
                    o.search(json(200, "[]").withHeader("Link", o.next("000uA")));
                    o.page("after", "000uA", list(ENID));
                }),
                AnswerRow.of(
                        "3 list, deactivated people",
                        "Migratable, Refused DISABLED",
                        o -> o.deactivated(json(200, "[" + Json.write(person(ENID, "DEPROVISIONED")) + "]"))),
                AnswerRow.of("3 list, the same person twice", "Migratable", o -> {
                    o.search(list(ADA_ID).withHeader("Link", o.next("000uA")));
                    o.page("after", "000uA", list(ADA_ID));
                }),
                AnswerRow.of(
                        "3 list, deactivated in the meantime",
                        "Migratable, Refused DISABLED",
                        o -> o.deactivated(json(200, "[" + Json.write(person(ADA_ID, "DEPROVISIONED")) + "]"))),
                AnswerRow.of(
                        "3 list, reactivated before the second walk",
                        "Migratable, Migratable",
                        o -> o.changed(list(ENID))),
                AnswerRow.of("3 list, deactivated and reactivated", "Migratable, Refused DISABLED, Migratable", o -> {
                    o.deactivated(json(200, "[" + Json.write(person(ADA_ID, "DEPROVISIONED")) + "]"));
                    o.changed(list(ADA_ID));
                }),
                AnswerRow.of("3 list, status changed, the same word", "Migratable", o -> o.changed(list(ADA_ID))),
                AnswerRow.of(
                        "3 list, a row that is no user",
                        "Unreadable MALFORMED_RESPONSE, Migratable",
                        o -> o.search(json(200, "[{\"id\":7}," + Json.write(person(ENID, "ACTIVE")) + "]"))),
                AnswerRow.of(
                        "3 list, a person whom a look-up refuses",
                        "Refused NOT_ACTIVATED",
                        o -> o.search(json(200, "[" + Json.write(person(ENID, "STAGED")) + "]"))),
                AnswerRow.of("3 list, a second factor", "Refused SECOND_FACTOR_REQUIRED", o -> o.factors(PUSH)),
                AnswerRow.<OktaStub, OktaSource.Builder>of(
                                "3 list, a second factor, migrated", "Migratable", o -> o.factors(PUSH))
                        .with(b -> b.secondFactor(SecondFactorPolicy.MIGRATE_WITH_CAVEAT)),
                AnswerRow.of(
                        "3 list, factors not readable",
                        "Unreadable MALFORMED_RESPONSE",
                        o -> o.factors(json(200, "{}"))),
                AnswerRow.of(
                        "3 list, removed before their factors were read",
                        "Unreadable MALFORMED_RESPONSE",
                        o -> o.factors(json(404, error("E0000007")))),
                AnswerRow.of(
                        "3 list, factors fail", "stops: SERVER_ERROR", o -> o.factors(json(500, error("E0000009")))),
                AnswerRow.of(
                        "3 list, a link elsewhere",
                        "stops: MALFORMED_RESPONSE",
                        o -> o.search(list(ADA_ID)
                                .withHeader("Link", "<https://evil.example.com/api/v1/users?after=x>; rel=\"next\""))),
                AnswerRow.of("3 list, a link back to the page", "Migratable, stops: MALFORMED_RESPONSE", o -> {
                    o.search(list(ADA_ID).withHeader("Link", o.next("000uA")));
                    o.page("after", "000uA", list(ENID).withHeader("Link", o.next("000uA")));
                }),
                AnswerRow.of(
                        "3 list, links that lead round", "Migratable, Migratable, stops: MALFORMED_RESPONSE", o -> {
                            o.search(list(ADA_ID).withHeader("Link", o.next("000uA")));
                            o.page("after", "000uA", list(ENID).withHeader("Link", o.next("000uB")));
                            o.page("after", "000uB", list(ENID).withHeader("Link", o.next("000uA")));
                        }),
                AnswerRow.of(
                        "3 list, a link that cannot be decoded",
                        "stops: MALFORMED_RESPONSE",
                        o -> o.search(list(ADA_ID).withHeader("Link", o.next("%FF")))),
                AnswerRow.of("3 list, 500 on a large page", "Migratable", o -> {
                    o.search(json(500, error("E0000009")));
                    o.page("limit", "50", list(ADA_ID));
                }),
                AnswerRow.of(
                        "3 list, a page of more than 1 MiB",
                        "Migratable, Migratable",
                        o -> o.search(
                                json(200, "[" + person(1_500_000) + "," + Json.write(person(ENID, "ACTIVE")) + "]"))),
                failing("3 list, 500 on any page", json(500, error("E0000009")), "SERVER_ERROR"),
                failing("3 list, 409 E0000145", json(409, error("E0000145")), "MALFORMED_RESPONSE"),
                failing("3 list, 401 E0000011", json(401, error("E0000011")), "SOURCE_CREDENTIALS"),
                failing("3 list, 403 E0000006", json(403, error("E0000006")), "CONFIGURATION"),
                failing("3 list, 400 E0000031", json(400, error("E0000031")), "MALFORMED_RESPONSE"),
                failing("3 list, 429 E0000047", json(429, error("E0000047")), "RATE_LIMITED"),
                failing("3 list, 302", redirect(), "MALFORMED_RESPONSE"),
                failing("3 list, not JSON", PlatformStub.html(200), "MALFORMED_RESPONSE"),
                failing("3 list, an object", json(200, "{}"), "MALFORMED_RESPONSE"));
    }

    private static AnswerRow<OktaStub, OktaSource.Builder> failing(
            String id, ResponseDefinitionBuilder reply, String kind) {
        return AnswerRow.of(id, "stops: " + kind, o -> o.search(reply));
    }

    private static ResponseDefinitionBuilder redirect() {
        return aResponse().withStatus(302).withHeader("Location", "https://evil.example.com/");
    }

    private static ResponseDefinitionBuilder list(String id) {
        return json(200, "[" + Json.write(person(id, "ACTIVE")) + "]");
    }

    private static Map<String, Object> person(String id, String status) {
        return user(id, ADA, ADA, status, "OKTA");
    }

    /** Ada, with so many bytes that we do not read. */
    private static String person(int bytes) {
        Map<String, Object> person = new LinkedHashMap<>(person(ADA_ID, "ACTIVE"));
        person.put("_links", Map.of("self", Map.of("href", "x".repeat(bytes))));
        return Json.write(person);
    }

    private static String self(OktaStub okta) {
        return "<" + okta.url() + "/api/v1/users?limit=200>; rel=\"self\"";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachAnswerHasItsOutcome(AnswerRow<OktaStub, OktaSource.Builder> row) {
        row.answer().accept(okta);
        // The waits between repetitions pass on a clock of their own.
        try (OktaSource source = row.settings().apply(okta.builder()).build(new TestTime())) {
            assertThat(String.join(", ", Listed.all(source))).isEqualTo(row.outcome());
        }
        assertThat(okta.requests())
                .allMatch(request -> request.getHeader("Authorization").startsWith("SSWS "));
    }

    @ParameterizedTest
    @CsvSource({
        "401, E0000011, SOURCE_CREDENTIALS",
        "403, E0000006, CONFIGURATION",
        "409, E0000145, MALFORMED_RESPONSE",
        "429, E0000047, RATE_LIMITED"
    })
    void pagesAreMadeSmallerForAServerErrorOnly(int status, String code, String kind) {
        okta.search(json(status, error(code)));
        try (OktaSource source = okta.builder().build(new TestTime())) {
            assertThat(Listed.all(source)).isEqualTo(List.of("stops: " + kind));
        }
        assertThat(okta.lines()).isNotEmpty().containsOnly("GET /api/v1/users?limit=200");
    }
}
