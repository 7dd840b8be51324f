package io.github.auth0migration.password;

import io.github.auth0migration.password.ParsedHash.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The password object of a Gigya account, read as far as the algorithms share it. */
final class GigyaPassword {

    private static final Set<String> SETTINGS = Set.of("algorithm", "rounds", "salt", "format", "binaryFormat", "url");
    private static final String SALT = "hashSettings.salt";

    private final Fields password;
    private final Fields hashing;
    private final String algorithm;

    private GigyaPassword(Fields password, Fields hashing) {
        this.password = password;
        this.hashing = hashing;
        this.algorithm = hashing.requiredText("algorithm");
    }

    static GigyaPassword of(Map<String, ?> passwordObject) {
        Fields password = Fields.of(passwordObject);
        boolean compound = password.has("compoundHash");
        if (!compound && !password.has("hash")) {
            throw HashRefused.because(Reason.NO_PASSWORD, "The account has no password hash.");
        }
        if (compound && password.has("hash")) {
            throw HashRefused.malformed("There is a hash and a compoundHash: which one counts is nowhere said.");
        }
        return new GigyaPassword(
                password, password.requiredObject("hashSettings").only(SETTINGS));
    }

    String algorithm() {
        return algorithm;
    }

    String label() {
        return "gigya " + algorithm;
    }

    boolean isCompound() {
        return password.has("compoundHash");
    }

    boolean isBinary() {
        return hashing.has("binaryFormat");
    }

    boolean hasFormat() {
        return isBinary() || hashing.has("format");
    }

    Optional<Long> rounds() {
        return hashing.integer("rounds");
    }

    String hashText() {
        return password.requiredText("hash");
    }

    byte[] hash() {
        return StrictText.base64("hash", hashText());
    }

    byte[] salt() {
        return StrictText.base64(SALT, hashing.requiredText("salt"));
    }

    /** {@return the salt; a hash without its salt would be imported as somebody else's} */
    byte[] saltNotEmpty() {
        return Limits.saltNotEmpty(SALT, salt());
    }

    /** {@return the salt for which no format names a place} */
    Optional<byte[]> unplacedSalt() {
        return hashing.has("salt") && !hasFormat() ? Optional.of(saltNotEmpty()) : Optional.empty();
    }

    /** {@return every way in which salt and password may be joined: what a format tells, or the salt on either side} */
    List<Join> joins() {
        if (isBinary() && hashing.has("format")) {
            throw unconfirmed("Gigya does not tell which of format and binaryFormat counts.");
        }
        if (isBinary()) {
            return GigyaTemplate.binary(hashing.requiredText("binaryFormat"), hashing.text("salt"));
        }
        return unplacedSalt()
                .map(salt -> List.of(Join.saltFirst(salt), Join.saltLast(salt)))
                .orElseGet(() -> GigyaTemplate.text(hashing.text("format", "$password"), hashing.text("salt")));
    }

    void refuseTemplates() {
        if (isBinary() || !hashing.text("format", "$password").equals("$password")) {
            throw unconfirmed("Gigya does not tell what a format does to this algorithm.");
        }
    }

    String compound() {
        if (hashing.has("salt")) {
            throw unconfirmed("A compoundHash has its own salt: what another one is for is nowhere said.");
        }
        refuseTemplates();
        return password.requiredText("compoundHash");
    }

    static HashRefused unconfirmed(String detail) {
        return HashRefused.because(Reason.UNCONFIRMED, detail);
    }
}
