package io.github.auth0migration.spi;

import io.github.auth0migration.SourceDescription;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings that every live source has beside {@link SourceBuilder}'s; its own builder adds the platform's. Not thread-safe.
 *
 * @param <B> the source's own builder
 * @since 0.1.0
 */
public abstract class LiveSourceBuilder<B extends LiveSourceBuilder<B>> extends SourceBuilder<B> {

    private InsecureHttp insecureHttp = InsecureHttp.LOOPBACK_ONLY;
    private Retrier retrier = Retrier.standard();
    private @Nullable HttpTransport transport;

    /**
     * A builder with every setting at its default.
     *
     * @param platform the platform, in lower case; also the default name
     */
    protected LiveSourceBuilder(String platform) {
        super(platform, SourceDescription.Origin.LIVE);
    }

    /**
     * Sets where plain http is good enough. Default {@link InsecureHttp#LOOPBACK_ONLY}. A transport of the host's own has
     * a setting of its own, which must allow it too.
     *
     * @param where where
     * @return this builder
     */
    public final B insecureHttp(InsecureHttp where) {
        this.insecureHttp = Objects.requireNonNull(where, "insecureHttp");
        return self();
    }

    /**
     * Sets how often look-ups, pages of a listing, and logins that did not leave this machine, are repeated. Default
     * {@link Retrier#standard()}.
     *
     * @param newRetrier the retrier
     * @return this builder
     */
    public final B retrier(Retrier newRetrier) {
        this.retrier = Objects.requireNonNull(newRetrier, "retrier");
        return self();
    }

    /**
     * Sets the transport, to share one between sources or to decorate it. Default: a {@link JdkHttpTransport} of its
     * own, closed with the source.
     *
     * @param newTransport the transport; the host closes it
     * @return this builder
     */
    public final B transport(HttpTransport newTransport) {
        this.transport = Objects.requireNonNull(newTransport, "transport");
        return self();
    }

    /**
     * The settings so far, checked. To be called last in {@code build()}, for it may open a transport.
     *
     * @return the settings
     * @throws IllegalArgumentException if a setting breaks a rule; the message names setting, rule and fix
     */
    protected final LiveSettings settings() {
        return new LiveSettings(description(), identifierPolicy(), mapper(), retrier, transport, insecureHttp);
    }

    /**
     * The platform's address, checked.
     *
     * @param settingName what the setting is called, for messages
     * @param url the address; {@code null} if it was not set
     * @param example an address such as people have, for the message
     * @return the address
     * @throws IllegalArgumentException if it is missing or breaks a rule of {@link BaseUrl}
     */
    protected final BaseUrl baseUrl(String settingName, @Nullable URI url, String example) {
        if (url == null) {
            throw new IllegalArgumentException(
                    settingName + " is missing: set the platform's address, for example " + example);
        }
        return BaseUrl.of(settingName, url, insecureHttp);
    }
}
