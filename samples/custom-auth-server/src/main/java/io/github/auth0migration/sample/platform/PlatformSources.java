package io.github.auth0migration.sample.platform;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Sources;
import io.github.auth0migration.gigya.GigyaCredentials;
import io.github.auth0migration.gigya.GigyaSource;
import io.github.auth0migration.okta.OktaServiceApp;
import io.github.auth0migration.okta.OktaSource;
import io.github.auth0migration.sample.settings.GigyaSite;
import io.github.auth0migration.sample.settings.InvalidSettingsException;
import io.github.auth0migration.sample.settings.OktaOrg;
import io.github.auth0migration.sample.settings.PlatformSettings;
import io.github.auth0migration.sample.settings.StormpathApplication;
import io.github.auth0migration.spi.JdkHttpTransport;
import io.github.auth0migration.stormpath.StormpathSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** A source for each platform that is set up; they share one transport. Thread-safe once it is made. */
public final class PlatformSources implements AutoCloseable {

    /** The entry of a person's {@code app_metadata} that says {@code export} when no running platform was asked. */
    public static final String READ_FROM = "read_from";

    private final JdkHttpTransport transport = JdkHttpTransport.create();
    private final OpenExports exports = new OpenExports();
    private final Map<Platform, MigrationSource> sources = new EnumMap<>(Platform.class);

    private PlatformSources() {}

    /**
     * Makes the sources. Asks nobody anything, but reads exports through if there is no index of them yet.
     *
     * @param settings at least one platform
     * @return the sources
     * @throws InvalidSettingsException if a source refuses its settings
     */
    public static PlatformSources of(PlatformSettings settings) {
        PlatformSources made = new PlatformSources();
        settings.okta().ifPresent(org -> made.add(Platform.OKTA, () -> made.okta(org)));
        settings.stormpath().ifPresent(application -> made.add(Platform.STORMPATH, () -> made.stormpath(application)));
        settings.stormpathExport()
                .ifPresent(files -> made.add(Platform.STORMPATH, () -> made.exports.openStormpath(files)));
        settings.gigya().ifPresent(site -> made.add(Platform.GIGYA, () -> made.gigya(site)));
        settings.gigyaExport().ifPresent(files -> made.add(Platform.GIGYA, () -> made.exports.openGigya(files)));
        return made;
    }

    private void add(Platform platform, Supplier<MigrationSource> source) {
        try {
            sources.put(platform, source.get());
        } catch (IllegalArgumentException e) {
            close();
            throw new InvalidSettingsException(List.of(platform + "_*: " + e.getMessage()));
        }
    }

    private OktaSource okta(OktaOrg org) {
        OktaSource.Builder builder = OktaSource.builder()
                .orgUrl(org.url())
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .userIdPrefix(Platform.OKTA.userIdPrefix())
                .transport(transport);
        String apiToken = org.apiToken();
        return apiToken != null
                ? builder.apiToken(() -> apiToken).build()
                : builder.serviceApp(serviceApp(org)).build();
    }

    private static OktaServiceApp serviceApp(OktaOrg org) {
        String privateKey = Objects.requireNonNull(org.privateKey());
        return OktaServiceApp.of(Objects.requireNonNull(org.clientId()), () -> privateKey);
    }

    private StormpathSource stormpath(StormpathApplication application) {
        return StormpathSource.builder()
                .baseUrl(application.baseUrl())
                .applicationId(application.applicationId())
                .apiKey(application.apiKeyId(), application::apiKeySecret)
                .userIdPrefix(Platform.STORMPATH.userIdPrefix())
                .transport(transport)
                .build();
    }

    private GigyaSource gigya(GigyaSite site) {
        GigyaSource.Builder builder = GigyaSource.builder()
                .apiKey(site.apiKey())
                .credentials(credentials(site))
                .userIdPrefix(Platform.GIGYA.userIdPrefix())
                .transport(transport);
        return site.baseUrl() == null
                ? builder.dataCenter(Objects.requireNonNull(site.dataCenter())).build()
                : builder.baseUrl(site.baseUrl()).build();
    }

    /** Of the two ways with a secret the one in which it stays on this machine. */
    private static GigyaCredentials credentials(GigyaSite site) {
        String privateKey = site.privateKey();
        String secret = site.secret();
        return privateKey != null
                ? GigyaCredentials.privateKey(site.userKey(), () -> privateKey)
                : GigyaCredentials.signed(site.userKey(), () -> Objects.requireNonNull(secret));
    }

    /** {@return the platforms, in the order in which they are asked} */
    public List<Platform> platforms() {
        return List.copyOf(sources.keySet());
    }

    /** {@return one source for all: whoever finds a person first owns them, and nobody else gets the password} */
    public MigrationSource together() {
        List<MigrationSource> all = List.copyOf(sources.values());
        return all.size() == 1
                ? all.get(0)
                : Sources.firstOwner(all.get(0), all.subList(1, all.size()).toArray(MigrationSource[]::new));
    }

    @Override
    public void close() {
        exports.close();
        transport.close();
    }
}
