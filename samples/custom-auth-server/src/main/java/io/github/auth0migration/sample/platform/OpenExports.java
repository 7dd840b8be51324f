package io.github.auth0migration.sample.platform;

import io.github.auth0migration.InMemoryAttemptGuard;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.exports.Export;
import io.github.auth0migration.exports.GigyaExport;
import io.github.auth0migration.exports.StormpathExport;
import io.github.auth0migration.password.GigyaHashSettings;
import io.github.auth0migration.sample.settings.InvalidSettingsException;
import io.github.auth0migration.sample.settings.PlatformExport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exports that are open; people from one bear a word of it, so that their page can tell. Not thread-safe. */
final class OpenExports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenExports.class);

    private final List<Export> open = new ArrayList<>();

    /** Opens a file; builds an index of it first if there is none. */
    private interface Opening {
        Export build() throws IOException;
    }

    Export openStormpath(PlatformExport export) {
        StormpathExport.Builder builder = StormpathExport.builder(export.files())
                .index(export.index())
                .guard(InMemoryAttemptGuard.standard())
                .userIdPrefix(Platform.STORMPATH.userIdPrefix())
                .profileMapper(OpenExports::markAsExported);
        return opened("STORMPATH_EXPORT", builder::build);
    }

    Export openGigya(PlatformExport export) {
        GigyaHashSettings hashes = Optional.ofNullable(export.pbkdf2Digest())
                .map(GigyaHashSettings.none()::withPbkdf2Digest)
                .orElse(GigyaHashSettings.none());
        GigyaExport.Builder builder = GigyaExport.builder(export.files())
                .index(export.index())
                .guard(InMemoryAttemptGuard.standard())
                .hashSettings(hashes)
                .userIdPrefix(Platform.GIGYA.userIdPrefix())
                .profileMapper(OpenExports::markAsExported);
        return opened("GIGYA_EXPORT", builder::build);
    }

    private static MigratedUser markAsExported(Map<String, @Nullable Object> raw, MigratedUser mapped) {
        Map<String, Object> metadata = new LinkedHashMap<>(mapped.appMetadata());
        metadata.put(PlatformSources.READ_FROM, "export");
        return mapped.toBuilder().appMetadata(metadata).build();
    }

    private Export opened(String setting, Opening opening) {
        try {
            Export export = opening.build();
            open.add(export);
            return export;
        } catch (IOException e) {
            throw new InvalidSettingsException(List.of(setting + ": " + e.getMessage()));
        }
    }

    @Override
    public void close() {
        open.forEach(OpenExports::close);
    }

    private static void close(Export export) {
        try {
            export.close();
        } catch (IOException e) {
            LOG.warn("The export {} cannot be closed: {}", export.name(), e.getMessage());
        }
    }
}
