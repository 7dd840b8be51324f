package io.github.auth0migration.exports;

import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.spi.Json;
import io.github.auth0migration.testkit.Capability;
import io.github.auth0migration.testkit.ContractPerson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip file of Stormpath's export for the contracts, written anew whenever somebody is added. */
final class StormpathZipFixture extends ExportFixture {

    private final Map<String, Map<String, @Nullable Object>> people = new LinkedHashMap<>();

    /** Somebody is in every export: one without accounts is none. */
    StormpathZipFixture() throws IOException {
        people.put("first", StormpathFolder.account("first", "first@example.com", null));
        writeZip(0);
    }

    private Path zip() {
        return temp().resolve("stormpath.zip");
    }

    @Override
    Export open(Path index, CountingGuard guard, ProfileMapper mapper) throws IOException {
        return StormpathExport.builder(zip())
                .index(index)
                .guard(guard)
                .profileMapper(mapper)
                .userIdPrefix("stormpath")
                .build();
    }

    @Override
    public Set<Capability> capabilities() {
        return StormpathExportFixture.stormpathCapabilities();
    }

    @Override
    void write(int number, ContractPerson person) throws IOException {
        people.put("contract" + number, StormpathExportFixture.account(number, person));
        writeZip(0);
    }

    @Override
    void writeCrowd(int count) throws IOException {
        writeZip(count);
    }

    private void writeZip(int crowd) throws IOException {
        String mcf = TestHashes.stormpath1("crowd");
        try (ZipOutputStream out =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip()), 1 << 16))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Map<String, @Nullable Object>> person : people.entrySet()) {
                add(out, person.getKey(), person.getValue());
            }
            for (int i = 0; i < crowd; i++) {
                add(out, "crowd-" + i, StormpathExportFixture.ofCrowd(i, mcf));
            }
        }
    }

    private static void add(ZipOutputStream out, String id, Map<String, @Nullable Object> account) throws IOException {
        out.putNextEntry(new ZipEntry("tenant/accounts/" + id + ".json"));
        out.write(Json.write(account).getBytes(StandardCharsets.UTF_8));
    }
}
