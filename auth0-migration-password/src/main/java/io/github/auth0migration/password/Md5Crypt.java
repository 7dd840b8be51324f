package io.github.auth0migration.password;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code $1$}, as Poul-Henning Kamp made it for FreeBSD. */
final class Md5Crypt {

    private static final Pattern CRYPT =
            Pattern.compile("\\$1\\$([\\x21-\\x23\\x25-\\x39\\x3b-\\x7e]{1,8})\\$([./0-9A-Za-z]{22})");
    private static final int ROUNDS = 1000;
    private static final int[][] TRIPLES = {{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}};

    private Md5Crypt() {}

    static PasswordHash parse(String text, String format) {
        Matcher matcher = CRYPT.matcher(text);
        if (!matcher.matches()) {
            throw HashRefused.malformed("This is no complete $1$ string.");
        }
        byte[] salt = Bytes.utf8(matcher.group(1));
        Verifier verifier = Verifier.of(password -> hash(password, salt), Bytes.utf8(matcher.group(2)));
        return new PasswordHash(format, verifier, new Conversion.Impossible("Auth0 has no crypt formats but bcrypt."));
    }

    private static byte[] hash(byte[] password, byte[] salt) {
        byte[] hash = HashDigest.MD5.of(start(password, salt));
        for (int round = 0; round < ROUNDS; round++) {
            boolean odd = round % 2 == 1;
            hash = HashDigest.MD5.of(
                    odd ? password : hash,
                    round % 3 == 0 ? Bytes.none() : salt,
                    round % 7 == 0 ? Bytes.none() : password,
                    odd ? hash : password);
        }
        return text(hash);
    }

    private static byte[] start(byte[] password, byte[] salt) {
        byte[] inner = HashDigest.MD5.of(password, salt, password);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Bytes.concat(password, Bytes.utf8("$1$"), salt));
        for (int left = password.length; left > 0; left -= inner.length) {
            out.writeBytes(Arrays.copyOf(inner, Math.min(left, inner.length)));
        }
        // A slip in the first version that became the format: a NUL for each bit that is set.
        for (int bits = password.length; bits > 0; bits >>>= 1) {
            out.write((bits & 1) == 1 ? 0 : password[0]);
        }
        return out.toByteArray();
    }

    private static byte[] text(byte[] hash) {
        StringBuilder out = new StringBuilder();
        for (int[] triple : TRIPLES) {
            int value = (hash[triple[0]] & 0xff) << 16 | (hash[triple[1]] & 0xff) << 8 | (hash[triple[2]] & 0xff);
            CryptText.append(out, value, 4);
        }
        CryptText.append(out, hash[11] & 0xff, 2);
        return Bytes.utf8(out.toString());
    }
}
