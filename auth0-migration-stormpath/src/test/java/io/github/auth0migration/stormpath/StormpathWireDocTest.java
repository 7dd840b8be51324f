package io.github.auth0migration.stormpath;

import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.providertests.WirePage;
import io.github.auth0migration.simulators.stormpath.StormpathPerson;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.testsupport.Marked;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/stormpath-wire.md} shows what we send. */
class StormpathWireDocTest {

    private static final String ADA = "ada@example.com";
    private static final String APPLICATION_ID = "application00000000001";

    private final WirePage page = WirePage.of("stormpath", "Stormpath")
            .mask("(\"value\":\")[^\"]*", "$1***")
            .mask("(authorization: Basic ).*", "$1***")
            .mask("(sauthc1Id=[^/]*)/[^,]*", "$1/***")
            .mask("(sauthc1Signature=).*", "$1***")
            .mask("(x-stormpath-date: ).*", "$1***")
            .mask("(user-agent: [^/]*/).*", "$1***");

    @Test
    void thePageIsUpToDate() {
        operation("Login", source -> source.login(ADA, Marked.PASSWORD));
        operation("Look-up by e-mail", source -> source.getUser(ADA));
        operation("Look-up by username", source -> source.getUser("awinter"));
        operation(
                "Look-up by user id",
                source -> source.getUser(LookupRequest.byUserId("stormpath|ada0000000000000001")));
        operation("Listing", source -> {
            try (Stream<?> users = source.users()) {
                List<?> ignored = users.toList();
            }
        });
        operation("Check", StormpathSource::check);
        operation(
                "Look-up of somebody with groups, signed with SAuthc1",
                source -> source.getUser(ADA),
                StormpathAuthentication.SAUTHC1,
                Groups.APP_METADATA);
        page.assertUpToDate();
    }

    private void operation(String title, Consumer<StormpathSource> call) {
        operation(title, call, StormpathAuthentication.BASIC, Groups.OMIT);
    }

    private void operation(
            String title, Consumer<StormpathSource> call, StormpathAuthentication authentication, Groups groups) {
        try (StormpathSimulator stormpath = StormpathSimulator.builder()
                        .applicationId(APPLICATION_ID)
                        .apiKey("KEY1", Marked.TOKEN)
                        .start();
                StormpathSource source = StormpathSource.builder()
                        .baseUrl(URI.create(stormpath.baseUrl()))
                        .applicationId(APPLICATION_ID)
                        .apiKey("KEY1", () -> Marked.TOKEN)
                        .authentication(authentication)
                        .groups(groups)
                        .userIdPrefix("stormpath")
                        .build()) {
            stormpath.add(StormpathPerson.builder(ADA)
                    .id("ada0000000000000001")
                    .username("awinter")
                    .password(Marked.PASSWORD)
                    .group("writers")
                    .build());
            call.accept(source);
            page.operation(title, stormpath.received());
        }
    }
}
