package io.github.auth0migration.password;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Gigya's {@code symphony2}: Symfony 2's {@code MessageDigestPasswordEncoder}. It hashes {@code password{salt}}, then each
 * time the raw digest followed by that again; by default SHA-512, 5000 times. Any digest of PHP can be set, so the length
 * of the hash tells it. Symfony makes no hash with a salt that has braces; one that comes with it is verified all the same,
 * for what is hashed under one salt is no other password's.
 *
 * @see <a
 *     href="https://github.com/symfony/symfony/blob/2.8/src/Symfony/Component/Security/Core/Encoder/MessageDigestPasswordEncoder.php">Symfony's
 *     source</a>
 */
final class GigyaSymfony {

    private static final List<HashDigest> DIGESTS = List.of(
            HashDigest.MD5,
            HashDigest.SHA1,
            HashDigest.SHA224,
            HashDigest.SHA256,
            HashDigest.SHA384,
            HashDigest.SHA512);
    private static final long ROUNDS = 5000;

    private GigyaSymfony() {}

    static PasswordHash parse(GigyaPassword password) {
        byte[] hash = password.hash();
        HashDigest digest = DIGESTS.stream()
                .filter(one -> one.length() == hash.length)
                .findFirst()
                .orElseThrow(() -> HashRefused.malformed("The hash is not as long as any digest of Symfony's."));
        List<Join> joins = joins(password);
        List<Derivation> ways = rounds(password)
                .boxed()
                .flatMap(rounds -> joins.stream().map(join -> derivation(digest, join, checked(rounds, joins))))
                .toList();
        return new PasswordHash(
                password.label(),
                Verifier.anyOf(ways, hash),
                new Conversion.Impossible(
                        "Auth0 has no digest of more than one round, and Gigya does not tell that symphony2 is Symfony's."));
    }

    private static List<Join> joins(GigyaPassword password) {
        return password.unplacedSalt()
                .map(salt -> List.of(Join.saltLast(Bytes.concat(Bytes.utf8("{"), salt, Bytes.utf8("}")))))
                .orElseGet(password::joins);
    }

    /** One round is Gigya's default, which may stand for Symfony's. */
    private static LongStream rounds(GigyaPassword password) {
        long rounds = password.rounds().orElse(1L);
        return rounds == 1L ? LongStream.of(1L, ROUNDS) : LongStream.of(rounds);
    }

    /** The password is hashed in each round, so the longest counts. */
    private static int checked(long rounds, List<Join> joins) {
        int longest = joins.stream().mapToInt(Join::length).max().orElse(0);
        return Limits.digestRounds(rounds, joins.size(), longest + Limits.PASSWORD_BYTES);
    }

    private static Derivation derivation(HashDigest digest, Join join, int rounds) {
        return join.given(password -> {
            byte[] salted = Bytes.concat(join.prefix(), password, join.suffix());
            byte[] hash = digest.of(salted);
            for (int round = 1; round < rounds; round++) {
                hash = digest.of(hash, salted);
            }
            Arrays.fill(salted, (byte) 0);
            return hash;
        });
    }
}
