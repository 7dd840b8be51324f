package io.github.auth0migration.trickle;

import static io.github.auth0migration.trickle.LegacyPlatform.ANN_ALIAS;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_NEW_MAIL;
import static io.github.auth0migration.trickle.LegacyPlatform.ANN_USERNAME;
import static io.github.auth0migration.trickle.LegacyPlatform.LEGACY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.Sources;
import io.github.auth0migration.testsupport.Marked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;

class SignInsAtOnceTest {

    private static final int SIZE = 100;

    private static final Crowd CROWD = new Crowd(SIZE);

    private final LegacyPlatform platform = LegacyPlatform.withAnn();
    private final InMemoryUserStore users = new InMemoryUserStore();
    private final TrickleMigration migration = TrickleMigration.from(Sources.coalesced(platform.source()))
            .to(users)
            .build();

    @AfterAll
    static void disperse() {
        CROWD.close();
    }

    @RepeatedTest(20)
    void oneWrongPasswordAmongNinetyNineRightOnesIsOut() {
        platform.onceProved = Crowd::dawdle;
        List<Callable<String>> work = new ArrayList<>(Collections.nCopies(SIZE - 1, signIn(ANN_MAIL, LEGACY)));
        work.add((int) (Math.random() * SIZE), signIn(ANN_MAIL, Marked.WRONG_PASSWORD));

        List<String> ends = CROWD.all(work);

        assertThat(ends)
                .filteredOn(end -> end.equals("migrated") || end.equals("in"))
                .hasSize(SIZE - 1);
        assertThat(ends).filteredOn("migrated"::equals).hasSize(1);
        assertThat(ends).filteredOn("rejected"::equals).hasSize(1);
        assertThat(users.size()).isEqualTo(1);
        assertThat(platform.triedWith(LEGACY)).isLessThanOrEqualTo(2);
    }

    @RepeatedTest(5)
    void allNamesOfOnePersonAtOnceMakeOneUser() {
        platform.onceProved = Crowd::dawdle;
        List<Callable<String>> work = Stream.of(ANN_MAIL, ANN_ALIAS, ANN_NEW_MAIL, ANN_USERNAME, "ANN@OLD.example")
                .flatMap(name -> Collections.nCopies(SIZE / 5, signIn(name, LEGACY)).stream())
                .toList();

        assertThat(CROWD.all(work)).containsOnly("migrated", "in");
        assertThat(users.size()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void aResetAmongSignInsWins() {
        platform.onceProved = Crowd::dawdle;
        ResetTicket ticket = new ResetTicket(LegacyPlatform.ANN_ID, ANN_MAIL);
        List<Callable<String>> work = new ArrayList<>(Collections.nCopies(SIZE - 1, signIn(ANN_ALIAS, LEGACY)));
        work.add(
                (int) (Math.random() * SIZE),
                () -> migration.completeReset(ticket, Scene.CHOSEN, Deadline.standard())
                                instanceof CompleteResetOutcome.Completed
                        ? "reset"
                        : "no reset");

        assertThat(CROWD.all(work)).contains("reset");
        assertThat(users.size()).isEqualTo(1);
        assertThat(endOf(ANN_MAIL, LEGACY)).isEqualTo("rejected");
        assertThat(endOf(ANN_MAIL, Scene.CHOSEN)).isEqualTo("in");
    }

    @RepeatedTest(5)
    void ofSignUpsAtOnceOneSucceeds() {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            LoginRequest request = LoginRequest.of("bob@new.example", Marked.secret("of-bob-" + i));
            work.add(() -> migration.signUp(request) instanceof SignUpOutcome.SignedUp);
        }

        List<Boolean> signedUp = CROWD.all(work);

        assertThat(signedUp).containsOnlyOnce(true);
        assertThat(users.size()).isEqualTo(1);
        assertThat(endOf("bob@new.example", Marked.secret("of-bob-" + signedUp.indexOf(true))))
                .isEqualTo("in");
    }

    private Callable<String> signIn(String typed, String password) {
        return () -> endOf(typed, password);
    }

    private String endOf(String typed, String password) {
        return Scene.told(migration.signIn(LoginRequest.of(typed, password)));
    }
}
