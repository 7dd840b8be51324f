package io.github.auth0migration.exports;

import io.github.auth0migration.spi.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes Stormpath's export as a test wants it. */
final class StormpathFolder {

    private final Path path;

    StormpathFolder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** An account that is enabled and verified, in a directory of its own. */
    static Map<String, @Nullable Object> account(String id, String email, @Nullable String mcf) {
        Map<String, @Nullable Object> account = new LinkedHashMap<>();
        account.put("id", id);
        account.put("href", "https://api.stormpath.com/v1/accounts/" + id);
        account.put("username", email);
        account.put("email", email);
        account.put("givenName", "Ada");
        account.put("middleName", null);
        account.put("surname", "Muster");
        account.put("fullName", "Ada Muster");
        account.put("status", "ENABLED");
        account.put("emailVerificationStatus", "VERIFIED");
        account.put("createdAt", "2015-01-01T00:00:00.000Z");
        account.put("modifiedAt", "2016-01-01T00:00:00.000Z");
        account.put("passwordModifiedAt", "");
        account.put("directory", Map.of("id", "dir1"));
        account.put(
                "customData",
                Map.of(
                        "id",
                        id,
                        "href",
                        "https://api.stormpath.com/v1/accounts/" + id + "/customData",
                        "createdAt",
                        "2015-01-01T00:00:00.000Z",
                        "modifiedAt",
                        "2016-01-01T00:00:00.000Z",
                        "shoeSize",
                        42));
        if (mcf != null) {
            account.put("password", mcf);
        }
        return account;
    }

    StormpathFolder add(Map<String, ? extends @Nullable Object> account) {
        return write(account.get("id") + ".json", Json.write(account));
    }

    StormpathFolder write(String file, String text) {
        try {
            Path target = path.resolve("accounts").resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as a zip file beside it. */
    Path zipped() throws IOException {
        Path zip = path.resolveSibling(path.getFileName() + ".zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8);
                var files = Files.walk(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new ZipEntry(
                        "tenant/" + path.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return zip;
    }
}
