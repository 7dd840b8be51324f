package io.github.auth0migration.exports.index;

import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * An index file, open for reading.
 *
 * @param store the file
 * @param accounts {@link Maps#ACCOUNTS}
 * @param names {@link Maps#NAMES}
 * @param files {@link Maps#FILES}
 * @param copies {@link Maps#COPIES}
 * @param broken {@link Maps#BROKEN}
 * @param about {@link Maps#ABOUT}
 */
record IndexFile(
        MVStore store,
        MVMap<byte[], byte[]> accounts,
        MVMap<byte[], byte[]> names,
        MVMap<Long, String> files,
        MVMap<Long, byte[]> copies,
        MVMap<Long, String> broken,
        MVMap<String, String> about) {

    /** of a million accounts about 140 MB stand in an index; the upper pages of its trees fit. */
    private static final int CACHE_MIB = 16;

    /** Opens a file; whatever the store throws over one that is no index, or damaged, is thrown. */
    static IndexFile open(Path path) {
        MVStore store = new MVStore.Builder()
                .fileName(path.toString())
                .readOnly()
                .cacheSize(CACHE_MIB)
                .open();
        try {
            return new IndexFile(
                    store,
                    Maps.ofBytes(store, Maps.ACCOUNTS),
                    Maps.ofBytes(store, Maps.NAMES),
                    Maps.numberedTexts(store, Maps.FILES),
                    Maps.numberedBytes(store, Maps.COPIES),
                    Maps.numberedTexts(store, Maps.BROKEN),
                    Maps.texts(store, Maps.ABOUT));
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    boolean isOf(String fingerprint) {
        return fingerprint.equals(about.get(AccountIndex.FINGERPRINT));
    }
}
