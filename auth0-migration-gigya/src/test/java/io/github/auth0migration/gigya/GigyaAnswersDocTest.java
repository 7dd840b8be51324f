package io.github.auth0migration.gigya;

import io.github.auth0migration.providertests.AnswersPage;
import org.junit.jupiter.api.Test;

/** Every answer of Gigya has a test, and {@code docs/gigya-answers.md} says what comes of it. */
class GigyaAnswersDocTest {

    private static AnswersPage page() {
        return AnswersPage.of("gigya", "Gigya", """
                        "Basis" says how sure the answer itself is. Nothing here was seen on a live site: rows that are *inferred*,
                        *not confirmed* or known from *SDK source* are just that; *ours* are answers that Gigya does not document and
                        that we are prepared for.
                        """)
                .rows(TransportAnswerTest.class, TransportAnswerTest.rows())
                .rows(LoginCodeTest.class, LoginCodeTest.rows())
                .rows(LookupAnswerTest.class, LookupAnswerTest.byIdentifier())
                .rows(LookupAnswerTest.class, LookupAnswerTest.byUserId())
                .methods(
                        GigyaListingTest.class,
                        PitfallTest.class,
                        TransportAnswerTest.class,
                        IdentityTest.class,
                        GigyaRequestTest.class,
                        GigyaCredentialsTest.class,
                        GigyaProfileTest.class,
                        GigyaOverTimeTest.class);
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
