package io.github.auth0migration.exports;

import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.testkit.Capability;
import io.github.auth0migration.testkit.ContractPerson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder of Stormpath's export for the contracts. */
final class StormpathExportFixture extends ExportFixture {

    private final StormpathFolder folder = new StormpathFolder(temp().resolve("stormpath"));

    /** Somebody is in every export: one without accounts is none. */
    StormpathExportFixture() throws IOException {
        folder.add(StormpathFolder.account("first", "first@example.com", null));
    }

    static EnumSet<Capability> stormpathCapabilities() {
        return EnumSet.of(
                Capability.TELLS_UNKNOWN_USER,
                Capability.HAS_LOGIN_OTHER_THAN_EMAIL,
                Capability.HAS_ADDRESS_SHAPED_LOGIN,
                Capability.ALLOWS_SHARED_EMAIL,
                Capability.DISABLES_PEOPLE,
                Capability.SHOWS_DISABLED,
                Capability.UNACTIVATED_PEOPLE);
    }

    static Map<String, @Nullable Object> account(int number, ContractPerson person) {
        Map<String, @Nullable Object> account =
                StormpathFolder.account("contract" + number, person.email(), TestHashes.stormpath1(person.password()));
        account.put("username", person.login().orElse(person.email()));
        switch (person.state()) {
            case DISABLED -> account.put("status", "DISABLED");
            case NOT_ACTIVATED -> account.put("status", "UNVERIFIED");
            default -> account.put("status", "ENABLED");
        }
        return account;
    }

    static Map<String, @Nullable Object> ofCrowd(int number, String mcf) {
        return StormpathFolder.account("crowd-" + number, "person-" + number + "@crowd.example.com", mcf);
    }

    @Override
    Export open(Path index, CountingGuard guard, ProfileMapper mapper) throws IOException {
        return StormpathExport.builder(folder.path())
                .index(index)
                .guard(guard)
                .profileMapper(mapper)
                .userIdPrefix("stormpath")
                .build();
    }

    @Override
    public Set<Capability> capabilities() {
        return stormpathCapabilities();
    }

    @Override
    void write(int number, ContractPerson person) {
        folder.add(account(number, person));
    }

    @Override
    void writeCrowd(int count) {
        String mcf = TestHashes.stormpath1("crowd");
        for (int i = 0; i < count; i++) {
            folder.add(ofCrowd(i, mcf));
        }
    }
}
