package io.github.auth0migration.okta;

import io.github.auth0migration.providertests.AnswersPage;
import org.junit.jupiter.api.Test;

/** Every answer of Okta has a test, and {@code docs/okta-answers.md} says what comes of it. */
class OktaAnswersDocTest {

    private static AnswersPage page() {
        return AnswersPage.of("okta", "Okta", """
                        "Basis" says how sure the answer itself is. Nothing here was seen on a live organization: rows that are
                        *inferred*, *not confirmed*, *reported* or of *cause unknown* are just that; *ours* are answers that Okta does
                        not document and that we are prepared for.
                        """)
                .rows(AuthnStatusTest.class, AuthnStatusTest.rows())
                .rows(AuthnErrorTest.class, AuthnErrorTest.rows())
                .rows(UserStatusTest.class, UserStatusTest.rows())
                .rows(IdentityTest.class, IdentityTest.rows())
                .rows(TokenAnswerTest.class, TokenAnswerTest.rows())
                .rows(ListAnswerTest.class, ListAnswerTest.rows())
                .methods(IdentityTest.class, PitfallTest.class, OktaRateLimitTest.class, ServiceAppTest.class);
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
