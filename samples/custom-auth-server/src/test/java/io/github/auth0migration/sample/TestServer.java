package io.github.auth0migration.sample;

import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.Sources;
import io.github.auth0migration.sample.settings.Settings;
import io.github.auth0migration.testsupport.Marked;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The server in this process, over a source in which everybody with {@link Marked#PASSWORD} comes in. */
final class TestServer implements AutoCloseable {

    static final String OPERATOR_SECRET = Marked.secret("operator-secret");

    /** A busy machine must not look like a database that is down. */
    private static final Duration GUARDS_PATIENCE = Duration.ofMinutes(1);

    private final AtomicInteger asked = new AtomicInteger();
    private final AuthServer server;

    private TestServer(Map<String, String> environment) throws IOException, SQLException {
        Platforms platforms = new Platforms(
                Sources.of(
                        "okta",
                        request -> login(request.identifier().value(), request.password()),
                        request -> new LookupOutcome.NotFound(LookupOutcome.Evidence.EXACT)),
                "Okta",
                List.of(),
                () -> {});
        this.server = AuthServer.start(Settings.from(environment), OPERATOR_SECRET, platforms, GUARDS_PATIENCE);
    }

    static TestServer start(Path directory) {
        return start(directory, Map.of());
    }

    static TestServer start(Path directory, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of("PORT", "0", "DATA_DIR", directory.toString()));
        environment.putAll(more);
        try {
            return new TestServer(environment);
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    private LoginOutcome login(String email, String password) {
        asked.incrementAndGet();
        if (email.startsWith("locked")) {
            return new LoginOutcome.Refused(Refusal.unproved(Refusal.Reason.LOCKED_OUT));
        }
        return password.equals(Marked.PASSWORD)
                ? LoginOutcome.Authenticated.of(person(email))
                : LoginOutcome.Rejected.of(LoginOutcome.Cause.WRONG_PASSWORD);
    }

    private static MigratedUser person(String email) {
        String id = email.substring(0, email.indexOf('@'));
        return MigratedUser.builder("okta|" + id, new SourceAccount("okta", id, "ACTIVE"))
                .email(email, false)
                .name("<script>alert(1)</script>")
                .givenName("\"><img src=x>")
                .userMetadata(Map.of("motto", "</pre><script>alert(2)</script>"))
                .build();
    }

    TestBrowser browser() {
        return new TestBrowser(url());
    }

    URI url() {
        return server.url();
    }

    AuthServer server() {
        return server;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
