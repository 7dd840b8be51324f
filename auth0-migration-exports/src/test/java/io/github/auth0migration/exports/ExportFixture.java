package io.github.auth0migration.exports;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.testkit.ContractPerson;
import io.github.auth0migration.testkit.Fault;
import io.github.auth0migration.testkit.ListingFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** An export for the contracts. Files cannot be down, slow or refuse us: what can be wrong with them has tests of its own. */
abstract class ExportFixture implements ListingFixture {

    private final AtomicInteger rowsMapped = new AtomicInteger();
    private final CountingGuard guard = new CountingGuard();
    private final Path temp;
    private final ReopenedExport export;
    private int people;

    ExportFixture() throws IOException {
        this.temp = Files.createTempDirectory("export-contract");
        this.export = new ReopenedExport(this::open);
    }

    private Export open() throws IOException {
        ProfileMapper counting = (raw, user) -> {
            rowsMapped.incrementAndGet();
            return user;
        };
        return open(temp.resolve("index"), guard, counting);
    }

    abstract Export open(Path index, CountingGuard countingGuard, ProfileMapper mapper) throws IOException;

    abstract void write(int number, ContractPerson person) throws IOException;

    abstract void writeCrowd(int count) throws IOException;

    final Path temp() {
        return temp;
    }

    @Override
    public final MigrationSource source() {
        return export;
    }

    @Override
    public final UserListing listing() {
        return export;
    }

    @Override
    public final Set<Fault> faults() {
        return EnumSet.noneOf(Fault.class);
    }

    @Override
    public final void add(ContractPerson person) {
        export.filesChanged();
        try {
            write(++people, person);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void crowd(int count) {
        export.filesChanged();
        try {
            writeCrowd(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final void begin(Fault fault) {
        throw new IllegalArgumentException("files cannot fail like this: " + fault);
    }

    @Override
    public final void recover() {}

    @Override
    public final int passwordChecks() {
        return guard.judged();
    }

    @Override
    public final int requests() {
        return guard.judged() + rowsMapped.get();
    }

    @Override
    public final void close() {
        export.close();
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
