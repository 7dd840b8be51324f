package io.github.auth0migration.password;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** argon2 as a PHC string. */
final class PhcArgon2 {

    private static final String NUMBER = "([1-9][0-9]{0,9})";
    private static final Pattern FORM = Pattern.compile("\\$argon2(id|i|d)\\$v=(16|19)\\$m=" + NUMBER + ",t=" + NUMBER
            + ",p=" + NUMBER + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private PhcArgon2() {}

    static Verifier parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw HashRefused.malformed("This is no $argon2…$v=…$m=…,t=…,p=…$salt$hash.");
        }
        byte[] hash = Limits.derived("the hash", StrictText.unpaddedBase64("The hash", matcher.group(7)));
        return Verifier.of(Derivation.argon2(parameters(matcher), hash.length), hash);
    }

    private static Argon2Parameters parameters(Matcher matcher) {
        int lanes = Limits.within("p", Long.parseLong(matcher.group(5)), 1, Limits.ARGON2_LANES);
        int memory = Limits.within("m", Long.parseLong(matcher.group(3)), 8 * lanes, Limits.ARGON2_KIB);
        int passes = Limits.within("t", Long.parseLong(matcher.group(4)), 1, Limits.ARGON2_KIB_TIMES_PASSES / memory);
        byte[] salt = StrictText.unpaddedBase64("The salt", matcher.group(6));
        Limits.within("The length of the salt", salt.length, Limits.ARGON2_SALT_BYTES, Limits.SALT_BYTES);
        return new Argon2Parameters.Builder(type(matcher.group(1)))
                .withVersion(Integer.parseInt(matcher.group(2)))
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
    }

    private static int type(String letters) {
        return switch (letters) {
            case "d" -> Argon2Parameters.ARGON2_d;
            case "i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_id;
        };
    }
}
