package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.providertests.DocsPage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttackTest {

    static Map<String, List<Attack>> groups() {
        Map<String, List<Attack>> groups = new LinkedHashMap<>();
        groups.put("Callers", CallerAttacks.all());
        groups.put("Access tokens", TokenAttacks.all());
        groups.put("Guesses", GuessAttacks.all());
        groups.put("Bodies and identifiers", BodyAttacks.all());
        groups.put("Paths and methods", PathAttacks.all());
        groups.put("Connections", WireAttacks.all());
        return groups;
    }

    static Stream<Attack> attacks() {
        return groups().values().stream().flatMap(List::stream);
    }

    /** What an attack got, and what of it reached the platform. */
    private record Result(String got, String reached) {}

    private static final ExecutorService ASIDE = Executors.newCachedThreadPool();
    private static final Map<String, Future<Result>> BEGUN = new HashMap<>();

    /** Those that only wait do so while the others work. */
    @BeforeAll
    static void beginSlowOnes() {
        attacks().filter(Attack::slow).forEach(slow -> BEGUN.put(slow.what(), ASIDE.submit(() -> played(slow))));
    }

    @AfterAll
    static void end() {
        ASIDE.shutdownNow();
    }

    private static Result played(Attack attack) throws Exception {
        try (AttackTarget target = new AttackTarget()) {
            String got = attack.play().run(target);
            return new Result(got, target.reached());
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anAttackGetsWhatTheTableSays(Attack attack) throws Exception {
        Future<Result> begun = BEGUN.get(attack.what());
        Result result = begun == null ? played(attack) : begun.get();

        assertThat(result).isEqualTo(new Result(attack.got(), attack.reached()));
    }

    @Test
    void thePageIsUpToDate() {
        StringBuilder page = new StringBuilder("""
                # Attacks on the endpoint

                Generated from `AttackTest`, which plays each of them against the endpoint on a socket, with a simulated Okta behind
                it. To write it anew: `mvn -pl auth0-migration-endpoint -am test -Dtest=AttackTest
                -Dsurefire.failIfNoSpecifiedTests=false -Ddocs=write`.

                "Got" is the status and the outcome, error, cause or reason in the answer; "the server refuses it" is the JDK's own
                server, by a status or by hanging up, before the endpoint sees anything. "Reached the platform" is what the platform's
                own log shows. Okta does not tell an unknown user from a wrong password, so both read `UNSPECIFIED`. The server runs
                with `-Dsun.net.httpserver.maxReqTime=5`, without which slow clients hold its threads for ever, and with 32 threads.

                What this server cannot do: while as many clients as it has threads are slow with their head, it answers nobody, until
                they are cut off. Put a proxy in front of it that reads requests whole, or use a servlet container.
                """);
        groups().forEach((group, attacks) -> {
            page.append("\n## ").append(group).append("\n\n| attack | got | reached the platform |\n|---|---|---|\n");
            attacks.forEach(attack ->
                    page.append("| " + attack.what() + " | " + attack.got() + " | " + attack.reached() + " |\n"));
        });
        DocsPage.named("endpoint-attacks.md").assertIs(page.toString());
    }
}
