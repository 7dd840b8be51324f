package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnedIdentifiersTest {

    private static final OwnedIdentifiers ADA =
            new OwnedIdentifiers("ada@example.com", List.of("a.winter@corp.example.com", "awinter"));

    @ParameterizedTest
    @CsvSource({
        "ada@example.com,            AUTH0,     OWNER",
        "ADA@example.com,            AUTH0,     OWNER",
        "a.winter@corp.example.com,  AUTH0,     OWNER_BY_ANOTHER_NAME",
        "a.winter@corp.example.com,  ANY_OWNED, OWNER",
        "awinter,                    AUTH0,     OWNER",
        "AWinter,                    ANY_OWNED, OWNER",
        "ada,                        ANY_OWNED, STRANGER",
        "eve@example.com,            AUTH0,     STRANGER",
        "adā@example.com,            ANY_OWNED, STRANGER"
    })
    void claims(String typed, IdentifierPolicy policy, OwnedIdentifiers.Claim claim) {
        assertThat(ADA.claim(Identifier.of(typed), policy)).isEqualTo(claim);
    }

    @Test
    void anAccountWithoutAnAddressOwnsNone() {
        OwnedIdentifiers bare = new OwnedIdentifiers(null, List.of("ada@example.com"));

        assertThat(bare.claim(Identifier.of("ada@example.com"), IdentifierPolicy.AUTH0))
                .isEqualTo(OwnedIdentifiers.Claim.OWNER_BY_ANOTHER_NAME);
    }

    @Test
    void oneOwnerIsTakenAndTwoAreNot() {
        Identifier typed = Identifier.of("ada@example.com");
        OwnedIdentifiers twin = new OwnedIdentifiers("ada@example.com", List.of("twin"));
        OwnedIdentifiers eve = new OwnedIdentifiers("eve@example.com", List.of("ada@example.com"));

        assertThat(owner(typed, List.of(ADA, eve))).isEqualTo(new Owner.One<>(ADA));
        assertThat(owner(typed, List.of(ADA, twin))).isEqualTo(new Owner.Several<>());
        assertThat(owner(typed, List.of(eve))).isEqualTo(new Owner.ByAnotherName<>());
        assertThat(owner(typed, List.of())).isEqualTo(new Owner.None<>());
    }

    private static Owner<OwnedIdentifiers> owner(Identifier typed, List<OwnedIdentifiers> accounts) {
        return Owner.among(accounts, account -> account, typed, IdentifierPolicy.AUTH0);
    }
}
