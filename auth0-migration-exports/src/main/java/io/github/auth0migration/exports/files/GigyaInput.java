package io.github.auth0migration.exports.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.zip.ZipException;

/** A file of a Gigya export that is being read from its beginning: unpacked, and without a byte order mark. */
final class GigyaInput implements Closeable {

    private static final int HEAD_BYTES = 512;

    private final KnownFile file;
    private final CountedInput counted;
    private final boolean isCompressed;
    private final InputStream unpacked;
    private final ByteWindow window;

    private GigyaInput(KnownFile file, InputStream raw) throws IOException {
        this.file = file;
        counted = new CountedInput(raw);
        PushbackInputStream in = new PushbackInputStream(counted, 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        isCompressed = GzipInput.isGzip(magic);
        unpacked = isCompressed ? new GzipInput(in) : in;
        window = new ByteWindow(unpacked);
        skipByteOrderMark();
        requireText();
    }

    static GigyaInput open(KnownFile file) throws IOException {
        InputStream raw = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
        try {
            return new GigyaInput(file, raw);
        } catch (ZipException e) {
            raw.close();
            throw named(file, e);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** What is wrong with a file's compression, with its name. */
    static FileSystemException named(KnownFile file, ZipException cause) {
        return problem(file, String.valueOf(cause.getMessage()));
    }

    static FileSystemException problem(KnownFile file, String what) {
        return new FileSystemException(file.path().toString(), null, what);
    }

    ByteWindow window() {
        return window;
    }

    boolean isCompressed() {
        return isCompressed;
    }

    /** {@return how much of the file was read, before it was unpacked} */
    long bytesRead() {
        return counted.count();
    }

    private void skipByteOrderMark() throws IOException {
        if (new String(window.peek(3), StandardCharsets.UTF_8).equals("\ufeff")) {
            window.next();
            window.next();
            window.next();
        }
    }

    private void requireText() throws IOException {
        byte[] head = window.peek(HEAD_BYTES);
        if (head.length > 2 && head[0] == 'P' && head[1] == 'K' && head[2] < ' ') {
            throw problem(file, "is a zip file: unpack it and name the folder of what was in it");
        }
        for (byte octet : head) {
            if (octet == 0) {
                throw problem(
                        file, "is not UTF-8 text: unpack or decrypt it, or leave out what is no part of the export");
            }
        }
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
