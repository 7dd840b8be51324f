package io.github.auth0migration.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.auth0migration.AttemptGuard;
import io.github.auth0migration.Deadline;
import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationListener;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.Sources;
import io.github.auth0migration.endpoint.ActionScripts;
import io.github.auth0migration.endpoint.BearerSecrets;
import io.github.auth0migration.endpoint.EndpointSources;
import io.github.auth0migration.endpoint.MigrationEndpoint;
import io.github.auth0migration.endpoint.MigrationHttpHandler;
import io.github.auth0migration.exports.StormpathExport;
import io.github.auth0migration.gigya.GigyaCredentials;
import io.github.auth0migration.gigya.GigyaSource;
import io.github.auth0migration.okta.OktaSource;
import io.github.auth0migration.simulators.gigya.GigyaOperation;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.simulators.stormpath.StormpathPerson;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JdkHttpTransport;
import io.github.auth0migration.stormpath.StormpathSource;
import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.trickle.InMemoryUserStore;
import io.github.auth0migration.trickle.SignInOutcome;
import io.github.auth0migration.trickle.TrickleMigration;
import io.github.auth0migration.trickle.UserStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code that README shows is this code, and it runs. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final String BCRYPT = "$2b$08$abcdefghijklmnopqrstuubAvJmxpQuyV3jn7x.SUSPxe.DearCPe";

    private final OktaSimulator simulator = OktaSimulator.start();
    private final Map<String, String> secrets = new ConcurrentHashMap<>(Map.of("okta", simulator.apiToken()));
    private final String email = "ada@example.com";
    private final String password = Marked.PASSWORD;

    record Page(String text) {}

    private static Page welcome(MigratedUser user) {
        return new Page("Welcome " + user.userId());
    }

    private static Page error(String text) {
        return new Page(text);
    }

    private static Page tryLater(Optional<Duration> wait) {
        return new Page("Later" + wait.map(Duration::toSeconds).orElse(0L));
    }

    @BeforeEach
    void addAda() {
        simulator.add(OktaPerson.builder(email).password(password).build());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theCodeOfTheFirstScreenRuns() {
        URI orgUrl = simulator.url();
        UserStore userStore = new InMemoryUserStore();

        // tag::source[]
        OktaSource okta = OktaSource.builder()
                .orgUrl(orgUrl)
                .apiToken(() -> secrets.get("okta")) // a Supplier: tokens rotate
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .userIdPrefix("okta") // chosen once, for ever
                .build(); // mistakes in settings throw here, nowhere else

        Page page = okta.login(email, password)
                .fold(
                        authenticated -> welcome(authenticated.user()),
                        rejected -> error(rejected.messageForPerson()),
                        refused -> error(refused.refusal().messageForPerson()),
                        unavailable -> tryLater(unavailable.failure().retryAfter()));
        // end::source[]

        assertThat(page.text()).startsWith("Welcome okta|");

        // tag::trickle[]
        TrickleMigration migration = TrickleMigration.from(okta).to(userStore).build();
        SignInOutcome in = migration.signIn(LoginRequest.of(email, password)); // also says whether the source was asked
        // end::trickle[]

        assertThat(in).isInstanceOf(SignInOutcome.SignedIn.class);
        assertThat(in.sourceAsked()).isTrue();
        int asked = simulator.requests(OktaOperation.AUTHN);
        assertThat(migration.signIn(LoginRequest.of(email, password)).sourceAsked())
                .isFalse();
        assertThat(simulator.requests(OktaOperation.AUTHN)).isEqualTo(asked);
        okta.close();
    }

    @Test
    void theCodeOfTheEndpointRuns(@TempDir Path folder) throws IOException {
        secrets.put("auth0-migration", Marked.secret("of-the-action-scripts-0123456789"));
        AttemptGuard guard = InMemoryAttemptGuard.standard();
        List<MigrationEvent> events = new CopyOnWriteArrayList<>();
        MigrationListener listener = events::add;
        OktaSource okta = OktaSource.builder()
                .orgUrl(simulator.url())
                .apiToken(() -> secrets.get("okta"))
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .userIdPrefix("okta")
                .build();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        // tag::endpoint[]
        EndpointSources sources = EndpointSources.builder()
                .source(okta) // several: the first that finds somebody owns them
                .guard(guard) // limits guesses, before any source is asked
                .listener(listener)
                .build();
        MigrationEndpoint endpoint = MigrationEndpoint.builder(sources)
                .callers(BearerSecrets.of(() -> List.of(secrets.get("auth0-migration")))) // two while you change it
                .build();
        server.createContext("/auth0", new MigrationHttpHandler(endpoint)); // or a MigrationServlet

        ActionScripts scripts = ActionScripts.builder().build();
        Files.writeString(folder.resolve("login.js"), scripts.login()); // paste both into the connection
        Files.writeString(folder.resolve("get_user.js"), scripts.getUser());
        // end::endpoint[]

        server.start();
        HttpReply reply;
        try (JdkHttpTransport transport = JdkHttpTransport.create()) {
            reply = transport.send(HttpCall.postJson(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/auth0/login"),
                            Map.of("version", 1, "identifier", email, "password", password),
                            Deadline.standard())
                    .withHeader("Authorization", "Bearer " + secrets.get("auth0-migration")));
        } catch (CallFailedException e) {
            throw new AssertionError(e);
        } finally {
            server.stop(0);
            okta.close();
        }
        assertThat(reply.status()).isEqualTo(200);
        assertThat(folder.resolve("login.js")).content().contains("function login(");
        assertThat(events).hasSize(1);
    }

    @Test
    void theCodeOfSeveralPlatformsRuns() {
        try (StormpathSimulator stormpathServer = StormpathSimulator.start();
                GigyaSimulator gigyaServer = GigyaSimulator.start();
                OktaSource okta = oktaSource()) {
            secrets.put("stormpath", stormpathServer.apiKeySecret());
            secrets.put("gigya", gigyaServer.secret());
            URI stormpathUrl = URI.create(stormpathServer.baseUrl());
            URI gigyaUrl = gigyaServer.url();
            String applicationId = stormpathServer.applicationId();
            String apiKeyId = stormpathServer.apiKeyId();
            String siteKey = gigyaServer.apiKey();
            String userKey = gigyaServer.userKey();
            stormpathServer.add(StormpathPerson.builder("grace@example.com")
                    .password(password)
                    .build());

            // tag::platforms[]
            StormpathSource stormpath = StormpathSource.builder()
                    .baseUrl(stormpathUrl)
                    .applicationId(applicationId)
                    .apiKey(apiKeyId, () -> secrets.get("stormpath"))
                    .userIdPrefix("stormpath")
                    .build();
            GigyaSource gigya = GigyaSource.builder()
                    .baseUrl(gigyaUrl)
                    .apiKey(siteKey)
                    .credentials(GigyaCredentials.signed(userKey, () -> secrets.get("gigya")))
                    .userIdPrefix("gigya")
                    .build();
            MigrationSource everybody = Sources.firstOwner(okta, stormpath, gigya);
            // end::platforms[]

            assertThat(welcomed(everybody, email)).startsWith("okta|");
            assertThat(welcomed(everybody, "grace@example.com")).startsWith("stormpath|");
            assertThat(gigyaServer.requests(GigyaOperation.LOGIN)).isZero();

            List<String> lines = new ArrayList<>();
            // tag::listing[]
            try (Stream<SourceUser> users = stormpath.users()) {
                users.map(user -> user.<String>fold(
                                migratable -> migratable.user().userId(),
                                refused -> refused.user().userId() + " is refused: " + refused.reason(),
                                unreadable -> unreadable.id() + " cannot be read: " + unreadable.failure()))
                        .forEach(lines::add);
            }
            // end::listing[]
            assertThat(lines).singleElement().asString().startsWith("stormpath|");
            stormpath.close();
            gigya.close();
        }
    }

    @Test
    void theCodeForAnExportRuns(@TempDir Path temp) throws IOException {
        UserStore userStore = new InMemoryUserStore();
        Path exported = temp.resolve("export");
        Files.createDirectories(exported.resolve("accounts"));
        // The bcrypt hash of the password, made elsewhere.
        Files.writeString(
                exported.resolve("accounts/acc1.json"),
                "{\"id\":\"acc1\",\"email\":\"ada@example.com\",\"status\":\"ENABLED\",\"password\":\"" + BCRYPT
                        + "\"}");
        Path indexed = temp.resolve("index");

        // tag::export[]
        StormpathExport gone = StormpathExport.builder(exported)
                .index(indexed) // built once, kept
                .guard(InMemoryAttemptGuard.standard())
                .userIdPrefix("stormpath") // the one that its live source had
                .build();
        TrickleMigration fromTheExport =
                TrickleMigration.from(gone).to(userStore).build();
        // end::export[]

        try (gone) {
            assertThat(fromTheExport.signIn(LoginRequest.of(email, "correct horse")))
                    .isInstanceOf(SignInOutcome.SignedIn.class);
            assertThat(welcomed(gone, email)).isEqualTo("rejected");
        }
    }

    private OktaSource oktaSource() {
        return OktaSource.builder()
                .orgUrl(simulator.url())
                .apiToken(() -> secrets.get("okta"))
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .userIdPrefix("okta")
                .build();
    }

    private String welcomed(MigrationSource source, String who) {
        return source.login(who, password)
                .fold(
                        in -> in.user().userId(),
                        rejected -> "rejected",
                        refused -> refused.refusal().toString(),
                        unavailable -> unavailable.failure().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "src/test/java/io/github/auth0migration/docs/ReadmeTest.java,source",
        "src/test/java/io/github/auth0migration/docs/ReadmeTest.java,trickle",
        "src/test/java/io/github/auth0migration/docs/ReadmeTest.java,platforms",
        "src/test/java/io/github/auth0migration/docs/ReadmeTest.java,listing",
        "src/test/java/io/github/auth0migration/docs/ReadmeTest.java,export",
        "src/test/java/io/github/auth0migration/docs/ReadmeTest.java,endpoint",
        "../auth0-migration-testkit/src/test/java/io/github/auth0migration/testkit/HostSignInExampleTest.java,sign-in",
        "../auth0-migration-testkit/src/test/java/io/github/auth0migration/testkit/HostSignInExampleTest.java,test"
    })
    void readmeShowsThisVeryCode(Path file, String tag) throws IOException {
        String source = Files.readString(file);
        String begin = "// tag::" + tag + "[]\n";
        int from = source.indexOf(begin) + begin.length();
        String code = source.substring(from, source.lastIndexOf('\n', source.indexOf("// end::" + tag + "[]", from)))
                .stripIndent()
                // The one difference: readers see platforms and their console, the test simulators and a list.
                .replace(".orgUrl(orgUrl)", ".orgUrl(URI.create(\"https://acme.okta.com\"))")
                .replace(".baseUrl(stormpathUrl)", ".baseUrl(URI.create(\"https://api.stormpath.com/v1\"))")
                .replace(".baseUrl(gigyaUrl)", ".dataCenter(\"eu1.gigya.com\")")
                .replace("builder(exported)", "builder(Path.of(\"stormpath-export.zip\"))")
                .replace(".index(indexed)", ".index(Path.of(\"stormpath-index\"))")
                .replace("lines::add", "System.out::println");

        assertThat(Files.readString(README)).contains("```java\n" + code.strip() + "\n```");
    }

    @Test
    void readmeNamesTheVersionOfThisBuild() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        String version = pom.replaceAll("(?s)^.*?<version>([^<]*)</version>.*$", "$1");

        assertThat(Files.readString(README)).contains("<version>" + version + "</version>");
    }
}
