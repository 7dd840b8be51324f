package io.github.auth0migration.simulators.stormpath;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What somebody typed: the bytes before and after the first colon of {@code value}. A class, to show neither. */
final class Credentials {

    // What bcrypt looks at.
    private static final int BCRYPT_BYTES = 72;

    private final byte[] login;
    private final byte[] password;

    private Credentials(byte[] login, byte[] password) {
        this.login = login;
        this.password = password;
    }

    static Credentials parse(StormpathDialect dialect, String value) {
        byte[] bytes = decode(dialect, value);
        int colon = 0;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        if (colon == 0 || colon == bytes.length) {
            throw notCredentials(dialect);
        }
        return new Credentials(Arrays.copyOf(bytes, colon), Arrays.copyOfRange(bytes, colon + 1, bytes.length));
    }

    /** Empty when it is not UTF-8, and then nobody has it. */
    Optional<String> login() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(login))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    boolean passwordIsOf(StormpathDialect dialect, StormpathPerson person) {
        String right = person.password();
        if (right == null) {
            return false;
        }
        byte[] expected = right.getBytes(StandardCharsets.UTF_8);
        return dialect.isCompatible()
                ? Arrays.equals(hashed(expected), hashed(password))
                : Arrays.equals(expected, password);
    }

    private static byte[] hashed(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, BCRYPT_BYTES));
    }

    /** A compatible server also reads the other alphabet, missing padding and line breaks. */
    private static byte[] decode(StormpathDialect dialect, String value) {
        try {
            return dialect.isCompatible()
                    ? Base64.getMimeDecoder()
                            .decode(value.replace('-', '+').replace('_', '/').replace("=", ""))
                    : padded(value);
        } catch (IllegalArgumentException e) {
            throw notCredentials(dialect);
        }
    }

    private static byte[] padded(String value) {
        if (value.length() % 4 != 0) {
            throw new IllegalArgumentException("padding is missing");
        }
        return Base64.getDecoder().decode(value);
    }

    private static RefusedException notCredentials(StormpathDialect dialect) {
        return RefusedException.badRequest(dialect, 2000, "value must be login:password in Base64.");
    }
}
