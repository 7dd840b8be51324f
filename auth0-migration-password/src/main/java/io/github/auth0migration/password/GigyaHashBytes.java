package io.github.auth0migration.password;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gigya's {@code sha1_hashbytes}: SHA-1 by SQL Server's {@code HASHBYTES}, whose digest depends on the type of its input:
 * {@code nvarchar} is UTF-16LE, {@code varchar} is in the code page of the collation, by default 1252, or UTF-8.
 * T-SQL writes a digest as text in capitals ({@code CONVERT}) or not ({@code fn_varbintohexstr}).
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/functions/hashbytes-transact-sql">HASHBYTES</a>
 */
final class GigyaHashBytes {

    private static final List<PasswordEncoding> TYPES =
            List.of(PasswordEncoding.UTF16LE, PasswordEncoding.UTF8, PasswordEncoding.WINDOWS1252);

    private GigyaHashBytes() {}

    static PasswordHash parse(GigyaPassword password) {
        byte[] hash = HashDigest.SHA1.checkedLength(password.hash());
        List<Join> joins = password.isBinary() ? password.joins() : typed(password);
        Verifier verifier = Repetition.verifier(
                HashDigest.SHA1,
                joins,
                EnumSet.allOf(Repetition.class),
                password.rounds().orElse(1L),
                hash);
        return new PasswordHash(
                password.label(),
                verifier,
                new Conversion.Impossible(
                        "Gigya does not tell in which encoding sha1_hashbytes takes the password, and an import cannot be undone."));
    }

    private static List<Join> typed(GigyaPassword password) {
        List<Join> all = new ArrayList<>();
        password.joins().stream()
                .flatMap(join -> TYPES.stream().flatMap(type -> ways(join, type, password.hasFormat())))
                .filter(join -> all.stream().noneMatch(join::sameAs))
                .forEach(all::add);
        return all;
    }

    /** A format makes one text of salt and password; without it, the salt may be of another type than the password. */
    private static Stream<Join> ways(Join join, PasswordEncoding type, boolean oneText) {
        Stream<Join> text = join.asTextIn(type).stream();
        return oneText ? text : Stream.concat(Stream.of(join.with(type)), text);
    }
}
