package io.github.auth0migration.stormpath;

import io.github.auth0migration.providertests.AnswersPage;
import org.junit.jupiter.api.Test;

/** Every answer of Stormpath has a test, and {@code docs/stormpath-answers.md} says what comes of it. */
class StormpathAnswersDocTest {

    private static AnswersPage page() {
        return AnswersPage.of("stormpath", "Stormpath", """
                        "Basis" says how sure the answer itself is. Stormpath itself ended in 2017, so nothing was seen on it:
                        *documented* is its last documentation, *SDK source* what its SDKs and their tests expect, *observed on a
                        compatible server* what an open-source server that speaks its protocol was seen to answer, *inferred* just
                        that; *ours* are answers that nobody documents and that we are prepared for.
                        """)
                .rows(LoginAnswerTest.class, LoginAnswerTest.rows())
                .rows(AccountAnswerTest.class, AccountAnswerTest.rows())
                .rows(IdentityTest.class, IdentityTest.rows())
                .methods(
                        AccountAnswerTest.class,
                        LoginAnswerTest.class,
                        IdentityTest.class,
                        PitfallTest.class,
                        StormpathProfileTest.class,
                        StormpathRequestTest.class,
                        StormpathListingTest.class);
    }

    @Test
    void everyRowHasATestAndEveryTestARow() {
        page().assertEveryRowIsCovered();
    }

    @Test
    void thePageIsUpToDate() {
        page().assertUpToDate();
    }
}
