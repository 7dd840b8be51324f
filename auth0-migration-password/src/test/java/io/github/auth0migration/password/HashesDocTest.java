package io.github.auth0migration.password;

import io.github.auth0migration.providertests.DocsPage;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/hashes.md} says what the code does with each row. */
class HashesDocTest {

    @Test
    void thePageIsUpToDate() {
        String rows = HashTableTest.rows().map(HashRow::line).collect(Collectors.joining());
        DocsPage.named("hashes.md").assertIs(INTRODUCTION + rows + bounds());
    }

    private static final String INTRODUCTION = """
            # Password hashes: what is verified, what Auth0 can import

            Generated from the tests of `auth0-migration-password`. To write it anew:
            `mvn -pl auth0-migration-password -am test -Dtest=HashesDocTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs=write`.

            "Basis" says how sure we are of how the hash is made: *reproduced* from a published pair of password and hash; *documented*;
            *inferred* rows are verified (a wrong guess only makes right passwords differ) and never converted; *not confirmed* rows are
            refused.

            *Not told* means that the platform names the algorithm and not how it joins its parts. Each such row is one way that is tried,
            and for one hash all ways are computed that its settings leave open. One that gives the whole hash proves the password, for a
            hash of 128 bits or more is met by no chance; but which of them the platform means stays open, so none is converted: an import
            cannot be undone. A format that is given is obeyed, with no other way of joining salt and password. `md5_double_salted` does
            not judge passwords of 16 or more hexadecimal digits, for the digest of a password must not pass for the password.

            A hash that is verified and not converted still serves a sign-in against the export; one that is refused leaves a
            reset. No import into a live tenant has been seen. Of `pbkdf2` at Gigya the digest is a setting: try it on an account whose
            password you know.

            | platform | format | basis | verified | converted | why not |
            |---|---|---|---|---|---|
            """;

    private static String bounds() {
        return String.format(
                Locale.ROOT,
                """

                ## Bounds

                Exports are files that anybody may have touched, so nothing beyond these is computed; it is refused as `OUT_OF_BOUNDS`.

                | what | bound |
                |---|---|
                | bcrypt | cost %d to %d; passwords up to %d bytes, longer ones are not judged |
                | PBKDF2 | rounds × blocks ≤ %,d; derived key of %d to %d bytes |
                | rounds of a digest | ≤ %,d |
                | rounds of a digest at Gigya | rounds × ways × blocks of %d bytes in a round ≤ %,d |
                | phpass, Drupal | 2^7 to 2^%d rounds |
                | argon2 | m ≤ %,d KiB, m × t ≤ %,d KiB, p ≤ %d, salt of %d bytes or more |
                | scrypt | cost × blockSize ≤ %,d, × parallelization ≤ %,d |
                | any text | hash ≤ %,d characters, salt ≤ %,d bytes, password ≤ %,d characters and without NUL |
                """,
                Limits.BCRYPT_MIN_COST,
                Limits.BCRYPT_MAX_COST,
                BcryptHash.MAX_PASSWORD_BYTES,
                Limits.DIGESTS,
                Limits.DERIVED_MIN_BYTES,
                Limits.DERIVED_MAX_BYTES,
                Limits.DIGESTS,
                Limits.DIGEST_BLOCK_BYTES,
                Limits.DIGESTS,
                Limits.PHPASS_MAX_LOG2,
                Limits.ARGON2_KIB,
                Limits.ARGON2_KIB_TIMES_PASSES,
                Limits.ARGON2_LANES,
                Limits.ARGON2_SALT_BYTES,
                Limits.SCRYPT_BLOCKS,
                Limits.SCRYPT_BLOCKS_TIMES_LANES,
                Limits.TEXT_CHARS,
                Limits.SALT_BYTES,
                Limits.PASSWORD_CHARS);
    }
}
