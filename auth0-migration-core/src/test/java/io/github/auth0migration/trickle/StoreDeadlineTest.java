package io.github.auth0migration.trickle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The store is told by when the call that it is a part of must be over. */
class StoreDeadlineTest {

    private final Scene scene = new Scene();
    private final Deadline deadline = Deadline.after(Duration.ofSeconds(5));

    private void assertAllCallsHadIt(ProbedStore.Call last) {
        List<ProbedStore.Call> calls = scene.store.takeCalls();
        assertThat(calls).endsWith(last);
        assertThat(scene.store.deadlines).hasSameSizeAs(calls).containsOnly(deadline);
        scene.store.deadlines.clear();
    }

    @Test
    void ofASignIn() {
        LoginRequest request =
                LoginRequest.of(LegacyPlatform.ANN_MAIL, LegacyPlatform.LEGACY).withDeadline(deadline);

        scene.migration.signIn(request);
        assertAllCallsHadIt(ProbedStore.Call.CREATE);
        scene.migration.signIn(request);
        assertAllCallsHadIt(ProbedStore.Call.AUTHENTICATE);
    }

    @Test
    void ofASignUp() {
        scene.migration.signUp(LoginRequest.of("bob@new.example", Scene.CHOSEN).withDeadline(deadline));

        assertAllCallsHadIt(ProbedStore.Call.CREATE);
    }

    @Test
    void ofAReset() {
        ResetTicket ticket = new ResetTicket(LegacyPlatform.ANN_ID, LegacyPlatform.ANN_MAIL);

        scene.migration.startReset(
                LookupRequest.byIdentifier(LegacyPlatform.ANN_MAIL).withDeadline(deadline));
        assertAllCallsHadIt(ProbedStore.Call.FIND_ID);
        scene.migration.completeReset(ticket, Scene.CHOSEN, deadline);
        assertAllCallsHadIt(ProbedStore.Call.CREATE);
        scene.migration.completeReset(ticket, Scene.CHOSEN, deadline);
        assertAllCallsHadIt(ProbedStore.Call.SET_PASSWORD);
    }
}
