package io.github.auth0migration;

import static io.github.auth0migration.People.ADA;
import static io.github.auth0migration.People.down;
import static io.github.auth0migration.People.found;
import static io.github.auth0migration.People.in;
import static io.github.auth0migration.People.kind;
import static io.github.auth0migration.People.nobody;
import static io.github.auth0migration.People.wrongPassword;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.LookupOutcome.Evidence;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.testsupport.Marked;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstOwnerTest {

    private final List<String> asked = new ArrayList<>();

    private MigrationSource source(String prefix, LookupOutcome lookup, LoginOutcome login) {
        return Sources.of(
                SourceDescription.live(prefix, prefix).withUserIdPrefix(prefix),
                request -> {
                    asked.add(prefix + " login");
                    return login;
                },
                request -> {
                    asked.add(prefix + " lookup");
                    return lookup;
                });
    }

    private static LoginOutcome signIn(MigrationSource source) {
        return source.login(ADA, Marked.PASSWORD);
    }

    @Test
    void ownerOfASharedAddressDecidesAlone() {
        MigrationSource both =
                Sources.firstOwner(source("a", found("a|1"), wrongPassword()), source("b", found("b|1"), in("b|1")));

        assertThat(signIn(both)).isEqualTo(wrongPassword());
        assertThat(asked).containsExactly("a lookup", "a login");
        assertThat(both.getUser(ADA)).isEqualTo(found("a|1"));
    }

    @Test
    void onlyNotFoundGoesOn() {
        MigrationSource both =
                Sources.firstOwner(source("a", nobody(), in("a|1")), source("b", found("b|1"), in("b|1")));

        assertThat(signIn(both)).isEqualTo(in("b|1"));
        assertThat(asked).containsExactly("a lookup", "b lookup", "b login");
        assertThat(both.getUser(ADA)).isEqualTo(found("b|1"));
    }

    @Test
    void ownerThatIsDownDecides() {
        MigrationSource both = Sources.firstOwner(
                source("a", new LookupOutcome.Unavailable(down()), in("a|1")), source("b", found("b|1"), in("b|1")));

        assertThat(kind(signIn(both))).isEqualTo(Failure.Kind.CONNECT);
        assertThat(kind(both.getUser(ADA))).isEqualTo(Failure.Kind.CONNECT);
        assertThat(asked).containsExactly("a lookup", "a lookup");
    }

    @Test
    void ownerThatRefusesDecides() {
        MigrationSource both = Sources.firstOwner(
                source("a", LookupOutcome.Refused.of(Reason.DISABLED), in("a|1")),
                source("b", found("b|1"), in("b|1")));

        assertThat(signIn(both)).isEqualTo(new LoginOutcome.Refused(Refusal.unproved(Reason.DISABLED)));
        assertThat(both.getUser(ADA)).isEqualTo(LookupOutcome.Refused.of(Reason.DISABLED));
        assertThat(asked).doesNotContain("b lookup", "b login");
    }

    @Test
    void evidenceIsAsWeakAsTheWeakest() {
        LookupOutcome index = new LookupOutcome.NotFound(Evidence.INDEX);
        MigrationSource lagging = Sources.firstOwner(source("a", index, in("a|1")), source("b", nobody(), in("b|1")));
        MigrationSource exact = Sources.firstOwner(source("a", nobody(), in("a|1")), source("b", nobody(), in("b|1")));

        assertThat(lagging.getUser(ADA)).isEqualTo(index);
        assertThat(signIn(lagging)).isEqualTo(LoginOutcome.Rejected.of(LoginOutcome.Cause.UNSPECIFIED));
        assertThat(exact.getUser(ADA)).isEqualTo(nobody());
        assertThat(signIn(exact)).isEqualTo(LoginOutcome.Rejected.of(LoginOutcome.Cause.UNKNOWN_USER));
    }

    @Test
    void anotherUserIdFromTheOwnerIsAMismatch() {
        MigrationSource both =
                Sources.firstOwner(source("a", found("a|1"), in("a|2")), source("b", nobody(), in("b|1")));

        assertThat(signIn(both)).isEqualTo(new LoginOutcome.Refused(Refusal.proved(Reason.IDENTITY_MISMATCH)));
    }

    @Test
    void userIdGoesToItsPrefix() {
        MigrationSource both =
                Sources.firstOwner(source("a", found("a|1"), in("a|1")), source("ab", found("ab|1"), in("ab|1")));

        assertThat(both.getUser(LookupRequest.byUserId("ab|1"))).isEqualTo(found("ab|1"));
        assertThat(both.getUser(LookupRequest.byUserId("c|1"))).isEqualTo(nobody());
        assertThat(asked).containsExactly("ab lookup");
    }

    @Test
    void setUpMistakesAreToldAtOnce() {
        MigrationSource a = source("a", nobody(), wrongPassword());
        MigrationSource noPrefix = Sources.of("c", request -> wrongPassword(), request -> nobody());
        MigrationSource export = Sources.of(
                SourceDescription.export("a-export", "a").withUserIdPrefix("a-export"),
                request -> wrongPassword(),
                request -> nobody());

        assertThatIllegalArgumentException().isThrownBy(() -> Sources.firstOwner(a));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.firstOwner(a, source("a", nobody(), wrongPassword())))
                .withMessageContaining("two sources have the userIdPrefix");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.firstOwner(a, noPrefix))
                .withMessageContaining("has no userIdPrefix");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.firstOwner(a, export))
                .withMessageContaining("own export");
    }
}
