package io.github.auth0migration;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A second factor that moves along with its user.
 *
 * <p>Holds a secret: {@code toString} is redacted and there is no {@code equals}. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://auth0.com/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa/import-user-mfa-authenticator-enrollments">Import
 *     MFA enrollments</a>
 * @since 0.1.0
 */
public final class MfaFactor {

    private enum Type {
        TOTP("totp", "secret", Pattern.compile("[A-Z2-7]+")),
        PHONE("phone", "value", Pattern.compile("\\+[0-9]{1,15}")),
        EMAIL("email", "value", Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}"));

        private final String name;
        private final String member;
        private final Pattern form;

        Type(String name, String member, Pattern form) {
            this.name = name;
            this.member = member;
            this.form = form;
        }
    }

    private final Type type;
    private final String value;

    private MfaFactor(Type type, String value) {
        this.type = type;
        this.value = Objects.requireNonNull(value, type.member);
        if (!type.form.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the " + type.name + " factor's " + type.member + " must match " + type.form);
        }
    }

    /**
     * A one-time password generator.
     *
     * @param secret its shared secret in Base32, capitals, without padding
     * @return the factor
     * @throws IllegalArgumentException if {@code secret} has another form
     */
    public static MfaFactor totp(String secret) {
        return new MfaFactor(Type.TOTP, secret);
    }

    /**
     * A phone that gets codes.
     *
     * @param number {@code +} and 1 to 15 digits
     * @return the factor
     * @throws IllegalArgumentException if {@code number} has another form
     */
    public static MfaFactor phone(String number) {
        return new MfaFactor(Type.PHONE, number);
    }

    /**
     * A mailbox that gets codes.
     *
     * @param address its address
     * @return the factor
     * @throws IllegalArgumentException if {@code address} is not an address
     */
    public static MfaFactor email(String address) {
        return new MfaFactor(Type.EMAIL, address);
    }

    Map<String, Object> toAuth0() {
        return Map.of(type.name, Map.of(type.member, value));
    }

    @Override
    public String toString() {
        return "MfaFactor[" + type.name + ", redacted]";
    }
}
