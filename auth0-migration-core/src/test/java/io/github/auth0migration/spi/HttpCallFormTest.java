package io.github.auth0migration.spi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpCallFormTest {

    private static HttpCall post(Map<String, String> fields) {
        return HttpCall.postForm(URI.create("https://accounts.example.com/login"), fields, Deadline.standard());
    }

    @Test
    void fieldsKeepTheirOrderAndAreEncoded() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("z", "a b&c=d+é");
        fields.put("a[]", "");

        assertThat(post(fields).body().map(body -> new String(body, US_ASCII)))
                .contains("z=a%20b%26c%3Dd%2B%C3%A9&a%5B%5D=");
    }

    @Test
    void itSaysWhatItIs() {
        HttpCall call = post(Map.of("password", Marked.PASSWORD));

        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.headers())
                .contains(
                        new HttpCall.Header("Content-Type", "application/x-www-form-urlencoded"),
                        new HttpCall.Header("Accept", "application/json"));
        assertThat(SecretScan.clean(call)).hasToString("POST accounts.example.com");
    }
}
