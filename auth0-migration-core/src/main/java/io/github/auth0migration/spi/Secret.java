package io.github.auth0migration.spi;

import io.github.auth0migration.Failure;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A credential of the source's own, asked of the host at each call, so that it can be rotated.
 *
 * <p>What the host's supplier does wrong is a failed call that was not sent, of kind
 * {@link Failure.Kind#SOURCE_CREDENTIALS}, and quotes nothing. {@code toString} tells the setting only. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Secret {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}");

    private record ReadKey(String pem, SigningKey key) {
        @Override
        public String toString() {
            return key.toString();
        }
    }

    private final String settingName;
    private final Supplier<String> supplier;
    private volatile @Nullable ReadKey latest;

    private Secret(String settingName, Supplier<String> supplier) {
        this.settingName = Objects.requireNonNull(settingName, "settingName");
        this.supplier = Objects.requireNonNull(supplier, settingName);
    }

    /**
     * A credential.
     *
     * @param settingName what the setting is called in the host's code, for messages
     * @param supplier the host's; called at each call, possibly from several threads
     * @return the credential
     */
    public static Secret of(String settingName, Supplier<String> supplier) {
        return new Secret(settingName, supplier);
    }

    /**
     * Asks for a token that can stand in a header: 1 to 4096 visible ASCII characters.
     *
     * @return the token
     * @throws CallFailedException if the supplier throws or returns anything else
     */
    public String token() throws CallFailedException {
        return read(
                "1 to 4096 visible ASCII characters: strip line ends and blanks",
                text -> TOKEN.matcher(text).matches());
    }

    /**
     * Asks for a private key in PEM; reads it anew only when it has changed.
     *
     * @return the key
     * @throws CallFailedException if the supplier throws, or what it returns is no key as {@link SigningKey#ofPem}
     *     wants it
     */
    public SigningKey signingKey() throws CallFailedException {
        String pem = read("a private key in PEM", text -> !text.isBlank());
        ReadKey known = latest;
        if (known != null && known.pem().equals(pem)) {
            return known.key();
        }
        try {
            SigningKey key = SigningKey.ofPem(pem);
            latest = new ReadKey(pem, key);
            return key;
        } catch (IllegalArgumentException e) {
            throw unusable("returned a text that " + e.getMessage());
        }
    }

    private String read(String what, Predicate<String> usable) throws CallFailedException {
        String text;
        try {
            text = supplier.get();
        } catch (Exception e) {
            throw unusable("threw " + e.getClass().getName());
        }
        if (text == null || !usable.test(text)) {
            throw unusable("must return " + what);
        }
        return text;
    }

    private CallFailedException unusable(String what) {
        return CallFailedException.unsent(
                Failure.of(Failure.Kind.SOURCE_CREDENTIALS, "The " + settingName + " supplier " + what + "."));
    }

    @Override
    public String toString() {
        return "Secret[" + settingName + "]";
    }
}
