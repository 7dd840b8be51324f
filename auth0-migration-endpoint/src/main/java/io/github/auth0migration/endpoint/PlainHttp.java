package io.github.auth0migration.endpoint;

/**
 * Where requests over plain {@code http} are good enough. Everywhere else they are refused unread: they carry passwords.
 *
 * @since 0.1.0
 */
public enum PlainHttp {
    /**
     * Only within this machine: from the host itself, or from a proxy on it that ends TLS. A forwarding header that tells
     * of plain {@code http} before the proxy refuses the request. The default.
     */
    LOOPBACK_ONLY,
    /**
     * Also from a proxy elsewhere that ends TLS and says so: {@code X-Forwarded-Proto: https}, or {@code proto=https} in
     * {@code Forwarded}. For servers that nobody but the proxy can reach: whoever can, can write that header too.
     */
    BEHIND_TLS_PROXY
}
