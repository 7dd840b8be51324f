package io.github.auth0migration.bucket4j;

import io.github.auth0migration.AttemptGuard.Attempt;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the keys of one guard, as HMACs under the host's secret. A plain hash would not do: e-mail addresses can be
 * guessed, and some people type their password where their name belongs. Thread-safe.
 */
final class GuardKeys {

    private static final String HMAC = "HmacSHA256";

    private final String guard;
    private final SecretKeySpec secret;
    private final GuardKey total;

    GuardKeys(String guard, byte[] secret) {
        this.guard = guard;
        this.secret = new SecretKeySpec(secret, HMAC);
        this.total = key(GuardKey.Kind.TOTAL, new byte[0]);
    }

    /** The keys under which an attempt is counted when it is admitted; its user is known only afterwards. */
    List<GuardKey> counted(Attempt attempt) {
        List<GuardKey> keys = new ArrayList<>(List.of(total, identifier(attempt)));
        InetAddress address = attempt.address();
        if (address != null) {
            keys.add(address(address));
        }
        return keys;
    }

    GuardKey identifier(Attempt attempt) {
        return key(GuardKey.Kind.IDENTIFIER, attempt.identifierKey().getBytes(StandardCharsets.UTF_8));
    }

    GuardKey user(String userId) {
        return key(GuardKey.Kind.USER, userId.getBytes(StandardCharsets.UTF_8));
    }

    private GuardKey address(InetAddress address) {
        byte[] bytes = address.getAddress();
        // Whoever has one IPv6 address has all of its /64.
        return key(GuardKey.Kind.ADDRESS, Arrays.copyOf(bytes, Math.min(8, bytes.length)));
    }

    private GuardKey key(GuardKey.Kind kind, byte[] value) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            mac.update((guard + '\n' + kind + '\n').getBytes(StandardCharsets.UTF_8));
            return new GuardKey(kind, HexFormat.of().formatHex(mac.doFinal(value)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
