package io.github.auth0migration.exports.files;

import io.github.auth0migration.Failure;
import io.github.auth0migration.spi.CallFailedException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/**
 * Reads from the middle of a file that must be what it was. Opens it each time: an interrupt closes the channel it meets, which
 * must not be one that other people's sign-ins read from, and an export of thousands of parts would need as many open files.
 */
final class FileRead {

    /** What is done with an open file. */
    @FunctionalInterface
    interface Use<T> {
        T of(FileChannel channel) throws IOException, UnreadableRow;
    }

    private FileRead() {}

    static <T> T read(Path path, String name, Predicate<BasicFileAttributes> isUnchanged, Use<T> use)
            throws CallFailedException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            // Looked at once it is open: what is put in its place from now on is not what we read.
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!now.isRegularFile() || !isUnchanged.test(now)) {
                throw changed(name);
            }
            return use.of(channel);
        } catch (NoSuchFileException | NotDirectoryException | EOFException | UnreadableRow e) {
            throw changed(name);
        } catch (ClosedByInterruptException e) {
            throw failed(Failure.Kind.INTERRUPTED, name, "was not read: the thread was interrupted");
        } catch (IOException e) {
            // The file stands for the platform, so this is the platform's failure and no bug: it may pass.
            throw failed(Failure.Kind.SERVER_ERROR, name, "cannot be read: see that its disk is well and may be read");
        }
    }

    /** Reads this many bytes, or throws {@link EOFException}. */
    static byte[] fully(FileChannel channel, long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || length > channel.size() - offset) {
            throw new EOFException();
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }

    static CallFailedException changed(String name) {
        return failed(Failure.Kind.CONFIGURATION, name, "has changed since it was indexed: restart to index it anew");
    }

    private static CallFailedException failed(Failure.Kind kind, String name, String what) {
        return CallFailedException.unsent(Failure.of(kind, "The export's file " + name + " " + what + "."));
    }
}
