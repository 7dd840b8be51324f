package io.github.auth0migration.okta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpReply;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextLinkTest {

    private static final String USERS = "https://acme.okta.com/api/v1/users";
    private static final URI ASKED = URI.create(USERS + "?limit=200");
    private static final String SELF = "<" + USERS + "?limit=200>; rel=\"self\"";

    private static Optional<Map<String, String>> next(String... headers) throws CallFailedException {
        return NextLink.queryOf(new HttpReply(200, Map.of("link", List.of(headers)), new byte[0]), ASKED);
    }

    @Test
    void noNextIsTheEnd() throws CallFailedException {
        assertThat(NextLink.queryOf(new HttpReply(200, Map.of(), new byte[0]), ASKED))
                .isEmpty();
        assertThat(next(SELF)).isEmpty();
        assertThat(next(SELF, "<" + USERS + "?after=next>; rel=\"prev\"")).isEmpty();
    }

    @Test
    void oneHeaderForEachLinkOrAllInOne() throws CallFailedException {
        String next = "<" + USERS + "?after=000uA%2Bb%C3%A4&limit=200>; rel=\"next\"";
        Map<String, String> query = Map.of("after", "000uA+b\u00e4", "limit", "200");

        assertThat(next(SELF, next)).contains(query);
        assertThat(next(SELF + ", " + next)).contains(query);
        assertThat(next(next + "," + SELF)).contains(query);
        assertThat(next(next, next)).contains(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://acme.okta.com/api/v1/users?after=x>;rel=next",
                "<https://acme.okta.com/api/v1/users?after=x>; rel=next; title=\"more\"",
                "<https://acme.okta.com/api/v1/users?after=x>; title=\"more\" ; REL = \"NEXT\"",
                "<https://acme.okta.com/api/v1/users?after=x>; rel=\"last next\"",
                "<HTTPS://ACME.okta.com:443/api/v1/users?after=x>; rel=\"next\"",
                "</api/v1/users?after=x>; rel=\"next\""
            })
    void otherWaysToWriteIt(String header) throws CallFailedException {
        assertThat(next(header)).contains(Map.of("after", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<https://evil.example.com/api/v1/users?after=x>; rel=\"next\"",
                "<https://acme.okta.com.evil.example.com/api/v1/users?after=x>; rel=\"next\"",
                "<http://acme.okta.com/api/v1/users?after=x>; rel=\"next\"",
                "<https://acme.okta.com:8443/api/v1/users?after=x>; rel=\"next\"",
                "<https://u@acme.okta.com/api/v1/users?after=x>; rel=\"next\"",
                "<//evil.example.com/api/v1/users?after=x>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/groups?after=x>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users/../users?after=x>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users?after=&limit=200>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users?after=x&after=y>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users?after=%>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users?after=%zz>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users?after=%FF>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users?after=x&%C3=1>; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users?after=\u00e4>; rel=\"next\"",
                "<https://acme okta.com/>; rel=\"next\"",
                "<mailto:ada@example.com>; rel=\"next\"",
                "https://acme.okta.com/api/v1/users?after=x; rel=\"next\"",
                "<https://acme.okta.com/api/v1/users?after=x>; rel=next, <?after=y>; rel=next"
            })
    void whatLeadsElsewhereOrNowhereIsNoEnd(String header) {
        assertThatThrownBy(() -> next(SELF, header))
                .isInstanceOfSatisfying(
                        CallFailedException.class,
                        e -> assertThat(e.failure().kind()).isEqualTo(Failure.Kind.MALFORMED_RESPONSE))
                .hasMessageNotContaining("evil");
    }
}
