package io.github.auth0migration.password;

import static io.github.auth0migration.password.HashRow.PASSWORD;

import com.password4j.types.Bcrypt;
import io.github.auth0migration.testsupport.Marked;
import java.util.stream.Stream;

/** What Stormpath exports, hashed by others. */
final class StormpathRows {

    private static final byte[] SALT = Oracle.utf8("grains of salt, 24 bytes");
    private static final byte[] TYPED = Oracle.utf8(PASSWORD);

    /** Made by crypt(3) of {@link Marked#PASSWORD}. */
    static final String BUGGY = "$2x$05$/OK.fbVrR/bpIqNJ5ianF.dMylSH62hJInMbj6mzP5FjL4HVTMBFW";

    private StormpathRows() {}

    static Stream<HashRow> all() {
        byte[] mac = Oracle.hmac("HmacSHA256", SALT, TYPED);
        return Stream.of(
                row(
                        "`$stormpath1$salt$mac`",
                        "source of a customer's production code",
                        "$stormpath1$" + Oracle.base64(SALT) + "$" + Oracle.base64(mac)),
                shiro("MD5", "reproduced"),
                shiro("SHA-1", "documented"),
                shiro("SHA-256", "documented"),
                shiro("SHA-384", "documented"),
                shiro("SHA-512", "reproduced"),
                row("`$stormpath2$MD5$1$$digest`, no salt", "reproduced", shiro("MD5", 1, new byte[0])),
                row("`$stormpath2$SHA-512$n$…`, n > 1", "documented", shiro("SHA-512", 1023, SALT)),
                row("`$2a$`, cost 10", "documented", Oracle.bcrypt(Bcrypt.A, 10, PASSWORD)),
                row("`$2b$`, cost 10", "documented", Oracle.bcrypt(Bcrypt.B, 10, PASSWORD)),
                row("`$2a$`, `$2b$`, other cost", "documented", Oracle.bcrypt(Bcrypt.A, 5, PASSWORD)),
                row("`$2y$`", "documented", Oracle.bcrypt(Bcrypt.Y, 5, PASSWORD)),
                row("`$2x$`, passwords in ASCII only", "documented", BUGGY).withPassword(Marked.PASSWORD));
    }

    static String shiro(String algorithm, int rounds, byte[] salt) {
        byte[] hash = Oracle.digest(algorithm, salt, TYPED);
        for (int round = 1; round < rounds; round++) {
            hash = Oracle.digest(algorithm, hash);
        }
        return "$stormpath2$" + algorithm + "$" + rounds + "$" + Oracle.base64(salt) + "$" + Oracle.base64(hash);
    }

    private static HashRow shiro(String algorithm, String basis) {
        return row("`$stormpath2$" + algorithm + "$1$salt$digest`", basis, shiro(algorithm, 1, SALT));
    }

    private static HashRow row(String format, String basis, String mcf) {
        return HashRow.of("Stormpath", format, basis, PasswordHash.ofStormpath(mcf));
    }
}
