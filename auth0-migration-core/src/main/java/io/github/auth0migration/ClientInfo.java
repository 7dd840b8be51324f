package io.github.auth0migration;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the host knows of the device from which somebody signs in. Sources pass it on only where their platform may use
 * it; nothing is ever guessed.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class ClientInfo {

    private static final ClientInfo UNKNOWN = new ClientInfo(null, null, null);

    private final @Nullable InetAddress trustedAddress;
    private final @Nullable String userAgent;
    private final @Nullable String deviceId;

    private ClientInfo(@Nullable InetAddress trustedAddress, @Nullable String userAgent, @Nullable String deviceId) {
        this.trustedAddress = trustedAddress;
        this.userAgent = userAgent;
        this.deviceId = deviceId;
    }

    /** {@return the information of a host that knows nothing} */
    public static ClientInfo unknown() {
        return UNKNOWN;
    }

    /**
     * A copy with the person's address.
     *
     * @param address the address of the person's device, as the host's own proxy reports it; never one that the client
     *     can write itself, such as an unchecked {@code X-Forwarded-For}
     * @return the copy
     */
    public ClientInfo withTrustedAddress(InetAddress address) {
        return new ClientInfo(Objects.requireNonNull(address, "address"), userAgent, deviceId);
    }

    /**
     * A copy with the person's user agent. Control characters and all beyond 512 characters are left out.
     *
     * @param agent the browser's {@code User-Agent}
     * @return the copy
     */
    public ClientInfo withUserAgent(String agent) {
        String clean = agent.replaceAll("[^\\x20-\\x7e]", "");
        return new ClientInfo(
                trustedAddress, clean.isBlank() ? null : clean.substring(0, Math.min(512, clean.length())), deviceId);
    }

    /**
     * A copy with a stable id of the person's device.
     *
     * @param id an id that the host keeps in the browser, at most 32 characters of A–Z, a–z, 0–9, {@code -} and
     *     {@code _}
     * @return the copy
     * @throws IllegalArgumentException if {@code id} has another form
     */
    public ClientInfo withDeviceId(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,32}")) {
            throw new IllegalArgumentException(
                    "deviceId must be 1 to 32 characters of A-Z, a-z, 0-9, - and _: hash or shorten your own id");
        }
        return new ClientInfo(trustedAddress, userAgent, id);
    }

    /** {@return the address of the person's device, when the host trusts what it knows} */
    public Optional<InetAddress> trustedAddress() {
        return Optional.ofNullable(trustedAddress);
    }

    /** {@return the browser's user agent, printable ASCII only} */
    public Optional<String> userAgent() {
        return Optional.ofNullable(userAgent);
    }

    /** {@return a stable id of the person's device} */
    public Optional<String> deviceId() {
        return Optional.ofNullable(deviceId);
    }

    @Override
    public String toString() {
        return "ClientInfo[address " + (trustedAddress == null ? "unknown" : "known") + "]";
    }
}
