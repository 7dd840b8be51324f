package io.github.auth0migration.spi;

import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.SourceDescription;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every live source was told, checked; made by {@link LiveSourceBuilder#settings()}. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class LiveSettings implements AutoCloseable {

    private final SourceDescription description;
    private final IdentifierPolicy identifiers;
    private final ProfileMapper profileMapper;
    private final Retrier retrier;
    private final HttpTransport transport;
    private final @Nullable JdkHttpTransport ownTransport;

    LiveSettings(
            SourceDescription description,
            IdentifierPolicy identifiers,
            ProfileMapper profileMapper,
            Retrier retrier,
            @Nullable HttpTransport hostsTransport,
            InsecureHttp insecureHttp) {
        this.description = description;
        this.identifiers = identifiers;
        this.profileMapper = profileMapper;
        this.retrier = retrier;
        this.ownTransport = hostsTransport == null
                ? JdkHttpTransport.builder().insecureHttp(insecureHttp).build()
                : null;
        this.transport = hostsTransport == null ? Objects.requireNonNull(ownTransport) : hostsTransport;
    }

    /** {@return name, platform and prefix} */
    public SourceDescription description() {
        return description;
    }

    /** {@return what a person may type} */
    public IdentifierPolicy identifiers() {
        return identifiers;
    }

    /** {@return the host's own mapping} */
    public ProfileMapper profileMapper() {
        return profileMapper;
    }

    /** {@return how often calls are repeated} */
    public Retrier retrier() {
        return retrier;
    }

    /** {@return the way to the network} */
    public HttpTransport transport() {
        return transport;
    }

    /** Closes the transport, unless the host supplied its own. */
    @Override
    public void close() {
        if (ownTransport != null) {
            ownTransport.close();
        }
    }
}
