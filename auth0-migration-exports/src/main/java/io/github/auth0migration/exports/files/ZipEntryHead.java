package io.github.auth0migration.exports.files;

/**
 * What the central directory of a zip file says of an entry.
 *
 * @param name its name
 * @param flags general purpose bits
 * @param method how it is packed
 * @param crc the CRC-32 of it unpacked
 * @param packed its size in the zip file
 * @param size its size unpacked
 * @param offset where its local header begins in the file
 */
record ZipEntryHead(ZipName name, int flags, int method, long crc, long packed, long size, long offset) {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int ENCRYPTED = 1;

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean isReadable() {
        return method == STORED || method == DEFLATED;
    }
}
