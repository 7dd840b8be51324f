package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.testsupport.SecretScan;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    private static final BaseUrl BASE = BaseUrl.of("orgUrl", URI.create("https://acme.example:8443/base/v1/"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "@evil.example",
                "user:pw@evil.example",
                "\\",
                "\\\\evil.example\\",
                "%2F..",
                "%2e%2e",
                "..;",
                "../..",
                "a/../../b",
                "?q=1",
                "#f",
                "a b+c&d=e",
                ":8080",
                "http://evil.example/",
                "\r\nHost: evil.example",
                "\u0000",
                "\u2028",
                "é😀",
                "．．",
                " "
            })
    void whateverGoesInTheHostStays(String nasty) {
        URI uri = BASE.resolve(List.of("users", nasty, "end"), Map.of(nasty, nasty));

        assertThat(uri.getScheme()).isEqualTo("https");
        assertThat(uri.getRawAuthority()).isEqualTo("acme.example:8443");
        assertThat(uri.getRawFragment()).isNull();
        assertThat(uri.getRawPath()).matches("/base/v1/users/[A-Za-z0-9._~%-]+/end");
        assertThat(uri.getPath()).isEqualTo("/base/v1/users/" + nasty + "/end");
        assertThat(uri.getQuery()).isEqualTo(nasty + "=" + nasty);
        assertThat(uri.normalize()).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "a+b, a%2Bb",
        "a b, a%20b",
        "AZaz09-._~, AZaz09-._~",
        "ada@example.com, ada%40example.com",
        "é, %C3%A9",
        "😀, %F0%9F%98%80",
        "!$&'()*;:=, %21%24%26%27%28%29%2A%3B%3A%3D"
    })
    void encodesAllButUnreserved(String text, String encoded) {
        assertThat(BASE.resolve(List.of(text), Map.of("q", text)))
                .hasToString("https://acme.example:8443/base/v1/" + encoded + "?q=" + encoded);
    }

    @Test
    void keepsTheOrderOfTheQuery() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("b", "1");
        query.put("a", "");
        assertThat(BaseUrl.of("orgUrl", URI.create("https://acme.example")).resolve(List.of(), query))
                .hasToString("https://acme.example?b=1&a=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "\uD800"})
    void refusesSegmentsThatWouldChangeThePath(String segment) {
        assertThatThrownBy(() -> BASE.resolve(List.of("users", segment), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("segment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example",
                "HTTPS://acme.example/",
                "https://acme.example/base",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1",
                "http://127.255.3.4:1/x",
                "http://[::1]:8080/"
            })
    void takes(String uri) {
        assertThat(BaseUrl.of("orgUrl", URI.create(uri)).uri()).isEqualTo(URI.create(uri));
    }

    @ParameterizedTest
    @CsvSource({
        "acme.example, must be an absolute http or https address",
        "/path, must be an absolute http or https address",
        "ftp://acme.example, must be an absolute http or https address",
        "https:acme.example, must name a host",
        "https:///path, must name a host",
        "https://under_score.example, must name a host",
        "https://acme.example:70000, must have a port from 1 to 65535",
        "https://acme.example:0, must have a port from 1 to 65535",
        "https://u:5ecr3t-pw@under_score.example, must hold no user name or password",
        "https:u:5ecr3t-pw@acme.example, must hold no user name or password",
        "https://u:5ecr3t-pw@acme.example, must hold no user name or password",
        "https://acme.example/?key=5ecr3t-key, must have no query",
        "https://acme.example/#5ecr3t-part, must have no fragment",
        "https://acme.example/a/../b, must have a path without",
        "https://acme.example//b, must have a path without",
        "http://acme.example, must be https",
        "http://localhost.example, must be https",
        "http://127.0.0.1.example, must be https",
        "http://127.0.0.256, must name a host",
        "http://[::2], must be https"
    })
    void refuses(String uri, String rule) {
        assertThatThrownBy(() -> BaseUrl.of("orgUrl", URI.create(uri)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("orgUrl " + rule)
                .satisfies(SecretScan::clean);
    }

    @Test
    void plainHttpAnywhereOnlyWhenAllowed() {
        URI uri = URI.create("http://acme.example/base");
        BaseUrl base = BaseUrl.of("orgUrl", uri, InsecureHttp.ANYWHERE);

        assertThat(base.resolve(List.of("x"), Map.of())).hasToString("http://acme.example/base/x");
        assertThat(base).hasToString("http://acme.example/base");
    }
}
