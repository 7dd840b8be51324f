package io.github.auth0migration.exports.index;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** The maps of an index file. */
final class Maps {

    /** {@link Key} of an account to its {@link Entry}. */
    static final String ACCOUNTS = "accounts";

    /** {@link Key#link} of each name and account that has it, to nothing. */
    static final String NAMES = "names";

    /** Number of a file to its name. */
    static final String FILES = "files";

    /** Number of a row to a copy of it. */
    static final String COPIES = "copies";

    /** Numbers to broken rows. */
    static final String BROKEN = "broken";

    /** What the index is of, and counts. */
    static final String ABOUT = "about";

    private Maps() {}

    static MVMap<byte[], byte[]> ofBytes(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    static MVMap<Long, byte[]> numberedBytes(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    static MVMap<Long, String> numberedTexts(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Long, String>().keyType(LongDataType.INSTANCE).valueType(StringDataType.INSTANCE));
    }

    static MVMap<String, String> texts(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }
}
