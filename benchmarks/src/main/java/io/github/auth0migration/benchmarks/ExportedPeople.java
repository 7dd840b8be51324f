package io.github.auth0migration.benchmarks;

import io.github.auth0migration.spi.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Exports of any size, every account with the password {@value #PASSWORD}. */
enum ExportedPeople {
    /** JSON lines in one file. */
    GIGYA_LINES {
        @Override
        Path write(Path folder, int count, int rounds) throws IOException {
            Path file = folder.resolve("gigya.json");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                writeLines(out, count, rounds);
            }
            return file;
        }
    },
    /** The same as a gzip file. */
    GIGYA_GZIP {
        @Override
        Path write(Path folder, int count, int rounds) throws IOException {
            Path file = folder.resolve("gigya.json.gz");
            try (var out = new OutputStreamWriter(
                    new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16),
                    StandardCharsets.UTF_8)) {
                writeLines(out, count, rounds);
            }
            return file;
        }
    },
    /** Stormpath's zip file. */
    STORMPATH_ZIP {
        @Override
        Path write(Path folder, int count, int rounds) throws IOException {
            Path file = folder.resolve("stormpath.zip");
            try (ZipOutputStream out =
                    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
                out.setLevel(1);
                for (int i = 0; i < count; i++) {
                    out.putNextEntry(new ZipEntry("tenant/accounts/" + id(i) + ".json"));
                    out.write(Json.write(stormpath(i)).getBytes(StandardCharsets.UTF_8));
                }
            }
            return file;
        }
    },
    /** Stormpath's folder, a file for each account. */
    STORMPATH_FOLDER {
        @Override
        Path write(Path folder, int count, int rounds) throws IOException {
            Path tenant = folder.resolve("tenant");
            Path accounts = Files.createDirectories(tenant.resolve("accounts"));
            for (int i = 0; i < count; i++) {
                Files.writeString(accounts.resolve(id(i) + ".json"), Json.write(stormpath(i)));
            }
            return tenant;
        }
    };

    static final String PASSWORD = "correct horse battery staple";

    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Writes an export; {@code rounds} of PBKDF2 are for Gigya's. */
    abstract Path write(Path folder, int count, int rounds) throws IOException;

    static String email(int number) {
        return "person-" + number + "@example.com";
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%022d", number);
    }

    private static void writeLines(Appendable out, int count, int rounds) throws IOException {
        Map<String, Object> password = pbkdf2(rounds);
        for (int i = 0; i < count; i++) {
            out.append(Json.write(gigya(i, password))).append('\n');
        }
    }

    private static Map<String, Object> gigya(int number, Map<String, Object> password) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("UID", "_gid_" + id(number));
        account.put("isActive", true);
        account.put("isRegistered", true);
        account.put("lastUpdated", "2026-01-01T00:00:00.000Z");
        account.put("loginIDs", Map.of("username", "person" + number, "emails", List.of(email(number))));
        account.put("emails", Map.of("verified", List.of(email(number)), "unverified", List.of()));
        account.put(
                "profile",
                Map.of("firstName", "Person", "lastName", "Number " + number, "country", "DE", "email", email(number)));
        account.put("data", Map.of("newsletter", true, "favourite", "number " + number));
        account.put("password", password);
        return account;
    }

    private static Map<String, Object> stormpath(int number) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", id(number));
        account.put("username", "person" + number);
        account.put("email", email(number));
        account.put("givenName", "Person");
        account.put("surname", "Number " + number);
        account.put("fullName", "Person Number " + number);
        account.put("status", "ENABLED");
        account.put("emailVerificationStatus", "VERIFIED");
        account.put("createdAt", "2015-01-01T00:00:00.000Z");
        account.put("modifiedAt", "2016-01-01T00:00:00.000Z");
        account.put("directory", Map.of("id", "directory1"));
        account.put("customData", Map.of("favourite", "number " + number));
        account.put("password", "$stormpath2$SHA-512$1$$" + sha512());
        return account;
    }

    private static String sha512() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-512").digest(PASSWORD.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> pbkdf2(int rounds) {
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), SALT, rounds, 256))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    "hash",
                    base64.encodeToString(key),
                    "hashSettings",
                    Map.of("algorithm", "pbkdf2_sha256", "rounds", rounds, "salt", base64.encodeToString(SALT)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
