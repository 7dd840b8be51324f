package io.github.auth0migration.sample.settings;

import io.github.auth0migration.password.GigyaHashSettings.Pbkdf2Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a platform left behind, to migrate from without it.
 *
 * @param files the folder or file
 * @param index where to keep what is where in it
 * @param pbkdf2Digest what {@code pbkdf2} means in Gigya's hashes; {@code null} where nobody said
 */
public record PlatformExport(
        Path files, Path index, @Nullable Pbkdf2Digest pbkdf2Digest) {

    private static final List<String> STORMPATH_SERVER = List.of(
            "STORMPATH_BASE_URL", "STORMPATH_APPLICATION_ID", "STORMPATH_API_KEY_ID", "STORMPATH_API_KEY_SECRET");
    private static final List<String> GIGYA_SITE = List.of(
            "GIGYA_API_KEY",
            "GIGYA_DATA_CENTER",
            "GIGYA_BASE_URL",
            "GIGYA_USER_KEY",
            "GIGYA_SECRET",
            "GIGYA_PRIVATE_KEY");

    static Optional<PlatformExport> ofStormpath(SettingsReader read, Path data) {
        return of("STORMPATH_EXPORT", STORMPATH_SERVER, read, data.resolve("stormpath-index"), null);
    }

    static Optional<PlatformExport> ofGigya(SettingsReader read, Path data) {
        @Nullable
        Pbkdf2Digest digest =
                read.oneOf("GIGYA_EXPORT_PBKDF2", Pbkdf2Digest.values()).orElse(null);
        read.require(
                digest == null || read.text("GIGYA_EXPORT").isPresent(),
                "GIGYA_EXPORT_PBKDF2 is about an export: set GIGYA_EXPORT, or unset it.");
        return of("GIGYA_EXPORT", GIGYA_SITE, read, data.resolve("gigya-index"), digest);
    }

    private static Optional<PlatformExport> of(
            String name, List<String> live, SettingsReader read, Path ownIndex, @Nullable Pbkdf2Digest digest) {
        Optional<Path> files = read.path(name);
        Optional<Path> index = read.path(name + "_INDEX");
        read.require(
                files.isEmpty()
                        || live.stream().noneMatch(setting -> read.text(setting).isPresent()),
                name + " is for when there is no server any more: unset it, or unset " + String.join(", ", live) + ".");
        read.require(
                index.isEmpty() || read.text(name).isPresent(),
                name + "_INDEX is about an export: set " + name + ", or unset it.");
        return files.map(path -> new PlatformExport(path, index.orElse(ownIndex), digest));
    }

    @Override
    public String toString() {
        return "PlatformExport[" + files + "]";
    }
}
