package io.github.auth0migration.password;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** What becomes of a digest in the next round, where nobody tells it. */
enum Repetition {
    /** It is hashed as it is, as Shiro does it. */
    RAW,
    /** It takes the place of the password beside the salt. */
    RAW_SALTED,
    /** Its text is hashed, as PHP and SQL do it, whose digests are texts unless asked otherwise. */
    HEX,
    /** Its text takes the place of the password beside the salt. */
    HEX_SALTED,
    /** Its text in capitals is hashed, as .NET and T-SQL write it. */
    UPPER_HEX,
    /** Its text in capitals takes the place of the password beside the salt. */
    UPPER_HEX_SALTED;

    static final Set<Repetition> LOWER_CASE = Set.of(RAW, RAW_SALTED, HEX, HEX_SALTED);

    /** {@return a verifier of every way, all of them together within the bounds} */
    static Verifier verifier(HashDigest digest, List<Join> joins, Set<Repetition> all, long rounds, byte[] hash) {
        int longest = joins.stream().mapToInt(Join::length).max().orElse(0);
        int ways = joins.stream()
                .mapToInt(join -> forRounds(all, rounds, join).size())
                .sum();
        int checked = Limits.digestRounds(rounds, ways, 2 * digest.length() + longest);
        List<Derivation> derivations = joins.stream()
                .flatMap(join -> forRounds(all, rounds, join).stream()
                        .map(repetition -> repetition.derivation(digest, join, checked)))
                .toList();
        return Verifier.anyOf(derivations, hash);
    }

    private static List<Repetition> forRounds(Set<Repetition> all, long rounds, Join join) {
        if (rounds == 1) {
            return List.of(RAW);
        }
        return all.stream()
                .filter(repetition -> join.length() > 0 || !repetition.isSalted())
                .toList();
    }

    private boolean isSalted() {
        return this == RAW_SALTED || this == HEX_SALTED || this == UPPER_HEX_SALTED;
    }

    private Derivation derivation(HashDigest digest, Join join, int rounds) {
        byte[] prefix = isSalted() ? join.prefix() : Bytes.none();
        byte[] suffix = isSalted() ? join.suffix() : Bytes.none();
        return join.given(password -> {
            byte[] hash = digest.of(join.prefix(), password, join.suffix());
            for (int round = 1; round < rounds; round++) {
                hash = digest.of(prefix, next(hash), suffix);
            }
            return hash;
        });
    }

    private byte[] next(byte[] hash) {
        return switch (this) {
            case RAW, RAW_SALTED -> hash;
            case HEX, HEX_SALTED -> Bytes.utf8(HexFormat.of().formatHex(hash));
            case UPPER_HEX, UPPER_HEX_SALTED ->
                Bytes.utf8(HexFormat.of().withUpperCase().formatHex(hash));
        };
    }
}
