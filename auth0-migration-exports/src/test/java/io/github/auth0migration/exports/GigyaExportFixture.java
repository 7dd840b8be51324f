package io.github.auth0migration.exports;

import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.testkit.Capability;
import io.github.auth0migration.testkit.ContractPerson;
import io.github.auth0migration.testkit.PersonState;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Gigya export of JSON lines, in two files, for the contracts. */
final class GigyaExportFixture extends ExportFixture {

    private final Path folder = Files.createDirectory(temp().resolve("gigya"));

    /** Somebody is in every export: a folder without files is none. */
    GigyaExportFixture() throws IOException {
        Files.writeString(folder.resolve("first.json"), Json.write(row("first", "first@example.com", Map.of())));
    }

    @Override
    Export open(Path index, CountingGuard guard, ProfileMapper mapper) throws IOException {
        return GigyaExport.builder(folder)
                .index(index)
                .guard(guard)
                .profileMapper(mapper)
                .userIdPrefix("gigya")
                .build();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.TELLS_UNKNOWN_USER,
                Capability.HAS_LOGIN_OTHER_THAN_EMAIL,
                Capability.HAS_ADDRESS_SHAPED_LOGIN,
                Capability.ALLOWS_SHARED_EMAIL,
                Capability.LOCKS_OUT,
                Capability.SHOWS_LOCKOUT,
                Capability.DISABLES_PEOPLE,
                Capability.SHOWS_DISABLED);
    }

    private static Map<String, @Nullable Object> row(String uid, String email, Map<String, Object> password) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("UID", uid);
        row.put("isActive", true);
        row.put("isRegistered", true);
        row.put("loginIDs", Map.of("emails", List.of(email)));
        row.put("emails", Map.of("verified", List.of(email)));
        row.put("profile", Map.of("firstName", "Ada", "email", email));
        row.put("password", password);
        return row;
    }

    @Override
    void write(int number, ContractPerson person) throws IOException {
        Map<String, @Nullable Object> row =
                row("_gid_" + number + "==", person.email(), TestHashes.gigyaSha1(person.password()));
        person.login()
                .ifPresent(login -> row.put("loginIDs", Map.of("emails", List.of(person.email()), "username", login)));
        row.put("isActive", person.state() != PersonState.DISABLED);
        row.put("isLockedOut", person.state() == PersonState.LOCKED_OUT);
        Files.writeString(
                folder.resolve("people.json"),
                Json.write(row) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Override
    void writeCrowd(int count) throws IOException {
        Map<String, Object> password = TestHashes.gigyaSha1("crowd");
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("crowd.json"))) {
            for (int i = 0; i < count; i++) {
                out.write(Json.write(row("crowd-" + i, "person-" + i + "@crowd.example.com", password)));
                out.write('\n');
            }
        }
    }
}
