package io.github.auth0migration.sample.demo;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.settings.InvalidSettingsException;
import io.github.auth0migration.sample.settings.PlatformExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stormpath's export, as Stormpath gave it to its customers before it closed in 2017: a file for each account. It is
 * written once, with hashes made then.
 */
final class DemoExport {

    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private final Path folder;
    private final Path index;
    private final List<DemoAccount> accounts = new ArrayList<>();

    private DemoExport(Path data) {
        this.folder = data.resolve("demo-stormpath-export");
        this.index = data.resolve("demo-stormpath-index");
    }

    static DemoExport in(Path data) {
        DemoExport export = new DemoExport(data);
        export.addPeopleWhoComeIn();
        export.addPeopleWhoDoNot();
        try {
            export.writeOnce();
        } catch (IOException e) {
            throw new InvalidSettingsException(
                    List.of("DATA_DIR must be a directory that can be written: set another one than " + data + "."));
        }
        return export;
    }

    private void addPeopleWhoComeIn() {
        add(
                "Ines",
                "Laurent",
                DemoHash.STORMPATH1,
                Map.of("emailVerificationStatus", "VERIFIED"),
                "Comes in, address verified. Stormpath's own hash.");
        add(
                "Hugo",
                "Lind",
                DemoHash.BCRYPT,
                Map.of("customData", Map.of("id", "hugo", "plan", "gold", "seats", 3)),
                "Comes in with his custom data. bcrypt.");
        add("Mira", "Kaplan", DemoHash.SHA_256, Map.of(), "Comes in. Salted SHA-256.");
        add("Theo", "Brandt", DemoHash.SHA_384, Map.of(), "Comes in. SHA-384: Auth0 cannot import this hash.");
        add(
                "Lotte",
                "Vega",
                DemoHash.SHA_512_OF_5000_ROUNDS,
                Map.of(),
                "Comes in. 5000 rounds: Auth0 cannot import this hash.");
        add("Abel", "Quist", DemoHash.BCRYPT_2X, Map.of(), "Comes in. bcrypt $2x$: Auth0 cannot import this hash.");
    }

    private void addPeopleWhoDoNot() {
        add(
                "Dora",
                "Marsh",
                DemoHash.STORMPATH1,
                Map.of("status", "DISABLED"),
                "Is disabled; reads like a wrong password.");
        add(
                "Emil",
                "Rossi",
                DemoHash.STORMPATH1,
                Map.of("status", "UNVERIFIED"),
                "Never activated his account; reads like that, too.");
        add("Vera", "Sandoval", null, Map.of(), "Has no hash; reads like a wrong password.");
        DemoAccount noel = add(
                "Noel",
                "Fischer",
                DemoHash.STORMPATH1,
                Map.of(),
                "Is in two directories; reads like a wrong password.");
        accounts.add(noel.inAnotherDirectory());
    }

    private DemoAccount add(
            String firstName, String lastName, @Nullable DemoHash hash, Map<String, Object> more, String story) {
        DemoPerson person = new DemoPerson(Platform.STORMPATH, firstName, lastName, story);
        DemoAccount account = new DemoAccount(person, person.id(), hash, more);
        accounts.add(account);
        return account;
    }

    /** Under another name until it is whole: whoever ends the server while it writes has no half an export. */
    private void writeOnce() throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
        Path unfinished = Files.createTempDirectory(parent, "unfinished-");
        Path files = Files.createDirectory(unfinished.resolve("accounts"));
        for (DemoAccount account : accounts) {
            Files.write(files.resolve(account.id() + ".json"), JSON.writeValueAsBytes(account.json()));
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    PlatformExport settings() {
        return new PlatformExport(folder, index, null);
    }

    List<DemoPerson> people() {
        return accounts.stream().map(DemoAccount::person).distinct().toList();
    }
}
