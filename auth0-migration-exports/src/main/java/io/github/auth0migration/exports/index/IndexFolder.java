package io.github.auth0migration.exports.index;

import io.github.auth0migration.exports.IndexProgress;
import io.github.auth0migration.exports.files.ExportFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The folder of an export's index. An index is built under another name, and gets its own only when it is whole and on the
 * disk: whatever ends a build before that, the next one begins anew.
 */
public final class IndexFolder {

    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private static final String WHOLE = ".index";
    private static final String BUILDING = ".building";
    private static final String SCRATCH = ".scratch";

    private final Path folder;
    private final String platform;

    /**
     * A folder, there or not.
     *
     * @param folder the folder
     * @param platform tells this platform's index from others in the same folder
     */
    public IndexFolder(Path folder, String platform) {
        this.folder = folder.toAbsolutePath();
        this.platform = platform;
    }

    /**
     * Opens the index of these files, and builds it first if there is none. Waits while another process builds here.
     *
     * @param files the files
     * @param settings what else an index depends on
     * @param reader understands the rows
     * @param progress hears how far a build is
     * @return the index
     * @throws IOException if files or folder cannot be read or written
     */
    public AccountIndex open(ExportFiles files, String settings, RowReader reader, IndexProgress progress)
            throws IOException {
        createFolder();
        try (FileChannel channel = FileChannel.open(
                folder.resolve(platform + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly("rw-------"))) {
            lock(channel);
            removeAll(BUILDING);
            removeAll(SCRATCH);
            String fingerprint = files.fingerprint();
            Path index = folder.resolve(platform + "-" + FormatVersion.of(fingerprint, settings) + WHOLE);
            Optional<IndexFile> whole = openWhole(index, fingerprint);
            if (whole.isEmpty()) {
                Files.deleteIfExists(index);
                build(index, files, fingerprint, reader, progress);
                whole = openWhole(index, fingerprint);
            }
            removeUnused(index);
            return new AccountIndex(
                    index,
                    whole.orElseThrow(() -> new IOException("The index " + index + " cannot be read right after it was"
                            + " written: look at the disk.")),
                    files);
        }
    }

    private void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
        if (isPosix() && Files.getPosixFilePermissions(folder).stream().anyMatch(OTHERS_WRITE::contains)) {
            throw new IOException("The index folder " + folder + " may be written to by others, who could exchange"
                    + " everybody's password hash: make it its owner's alone (chmod 700).");
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Until the channel is closed. */
    private void lock(FileChannel channel) throws IOException {
        try {
            channel.lock();
        } catch (OverlappingFileLockException e) {
            throw new IOException("Another source of this process is opening its index in " + folder
                    + ": give each export an index folder of its own.");
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** The index, if it is there and whole. */
    private static Optional<IndexFile> openWhole(Path index, String fingerprint) throws IOException {
        if (!Files.exists(index)) {
            return Optional.empty();
        }
        try {
            IndexFile file = IndexFile.open(index);
            if (file.isOf(fingerprint)) {
                return Optional.of(file);
            }
            file.store().closeImmediately();
        } catch (RuntimeException e) {
            // The store throws many things over a file that is cut or damaged, and one over a file that is in use.
            if (e.getCause() instanceof FileSystemException cannotOpen) {
                throw cannotOpen;
            }
            if (e instanceof MVStoreException known && known.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IOException("The index " + index + " is open in this process already: share the one source.");
            }
        }
        return Optional.empty();
    }

    private void build(Path index, ExportFiles files, String fingerprint, RowReader reader, IndexProgress progress)
            throws IOException {
        Path building = create(index.getFileName() + BUILDING);
        Path scratch = create(index.getFileName() + SCRATCH);
        try (MVStore store = writable(building);
                MVStore runs = writable(scratch)) {
            IndexWriter writer = new IndexWriter(store, runs, reader, progress, files.totalBytes());
            files.scan(writer);
            if (!files.fingerprint().equals(fingerprint)) {
                throw new IOException(
                        "The export's files changed while they were read: wait until they are all there.");
            }
            writer.finish(fingerprint);
        } catch (MVStoreException e) {
            throw new IOException("The index cannot be written to " + folder + ": is the disk full?", e);
        }
        Files.delete(scratch);
        force(building, StandardOpenOption.WRITE);
        Files.move(building, index, StandardCopyOption.ATOMIC_MOVE);
        force(folder, StandardOpenOption.READ);
    }

    private Path create(String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            return Files.createFile(file, ownerOnly("rw-------"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + " is in the way and could not be deleted: delete it.", e);
        }
    }

    private static MVStore writable(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitBufferSize(1024)
                .cacheSize(8)
                .open();
        // Nobody reads an older version of a file that is written once.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system can force a folder; where it can, the new name is on the disk now.
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }

    /** Indexes of other files or settings, unless another process still reads them: it may have begun before a change. */
    private void removeUnused(Path index) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, platform + "-*" + WHOLE)) {
            for (Path other : found) {
                if (!other.equals(index) && isUnused(other)) {
                    Files.deleteIfExists(other);
                }
            }
        }
    }

    private static boolean isUnused(Path other) throws IOException {
        try (FileChannel channel = FileChannel.open(other, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void removeAll(String ending) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, platform + "-*" + ending)) {
            for (Path file : found) {
                Files.deleteIfExists(file);
            }
        }
    }
}
