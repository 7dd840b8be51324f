package io.github.auth0migration.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.Failure;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static HttpReply reply(String body) {
        return new HttpReply(200, Map.of("Content-Type", List.of("text/html")), body.getBytes(UTF_8));
    }

    @Test
    void readsMembersByType() throws Exception {
        JsonObject read = reply("{\"status\":\"SUCCESS\",\"n\":null,\"user\":{\"id\":\"1\"},\"list\":[{\"a\":1}]}")
                .jsonObject();

        assertThat(read.requiredString("status")).isEqualTo("SUCCESS");
        assertThat(read.string("n")).isEmpty();
        assertThat(read.has("n")).isFalse();
        assertThat(read.object("user").string("id")).contains("1");
        assertThat(read.object("absent").asMap()).isEmpty();
        assertThat(read.objects("list"))
                .singleElement()
                .satisfies(o -> assertThat(o.asMap()).containsEntry("a", 1));
    }

    @Test
    void readsNumbersTruthsAndTexts() throws Exception {
        JsonObject read = reply("{\"n\":7,\"big\":4294967296,\"yes\":true,\"texts\":[\"a\",\"b\"],\"nothing\":null}")
                .jsonObject();

        assertThat(read.integer("n")).hasValue(7);
        assertThat(read.integer("big")).hasValue(4_294_967_296L);
        assertThat(read.integer("nothing")).isEmpty();
        assertThat(read.bool("yes")).contains(true);
        assertThat(read.bool("absent")).isEmpty();
        assertThat(read.strings("texts")).containsExactly("a", "b");
        assertThat(read.strings("absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "0.5", "true", "99999999999999999999", "{}", "[]"})
    void whatIsNoWholeNumberIsMalformed(String value) throws Exception {
        JsonObject read = reply("{\"errorCode\":" + value + "}").jsonObject();

        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> read.integer("errorCode"))
                .withMessageContaining("errorCode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "[\"a\",1]", "[null]", "{}"})
    void whatIsNoArrayOfStringsIsMalformed(String value) throws Exception {
        JsonObject read = reply("{\"emails\":" + value + "}").jsonObject();

        assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> read.strings("emails"));
    }

    @Test
    void nothingInsideCanBeChanged() throws Exception {
        Map<String, ?> read = reply("{\"profile\":{\"list\":[1]}}").jsonObject().asMap();
        Map<?, ?> profile = (Map<?, ?>) Objects.requireNonNull(read.get("profile"));
        List<?> list = (List<?>) Objects.requireNonNull(profile.get("list"));

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(read::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(profile::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "<html>",
                "{\"a\":1",
                "{\"a\":1}{\"a\":2}",
                "{\"status\":\"LOCKED_OUT\",\"status\":\"SUCCESS\"}"
            })
    void whatIsNotOneObjectIsMalformed(String body) {
        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> reply(body).jsonObject())
                .satisfies(
                        e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE),
                        SecretScan::clean);
    }

    @Test
    void otherCharsetsAreMalformed() {
        HttpReply latin = new HttpReply(200, Map.of(), new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'});

        assertThatExceptionOfType(CallFailedException.class).isThrownBy(latin::jsonObject);
    }

    @Test
    void membersOfAnotherTypeAreMalformed() throws Exception {
        JsonObject read = reply("{\"status\":1,\"user\":[],\"list\":[1]}").jsonObject();

        assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> read.string("status"));
        assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> read.object("user"));
        assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> read.objects("list"));
        assertThatExceptionOfType(CallFailedException.class).isThrownBy(() -> read.requiredString("absent"));
    }

    @Test
    void brokenBodiesStayOutOfMessages() {
        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() ->
                        reply("{\"sessionToken\":\"" + Marked.TOKEN + "\",").jsonObject())
                .satisfies(SecretScan::clean);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(Map.of("password", new Object() {
                    @Override
                    public String toString() {
                        return Marked.PASSWORD;
                    }
                })))
                .satisfies(SecretScan::clean);
    }
}
