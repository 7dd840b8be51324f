package io.github.auth0migration.fuzz;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds what a text for operators quotes of an input. */
final class Quotes {

    /** Shorter runs are met by chance. */
    private static final int LENGTH = 10;

    /** Names that messages may have, for they are no secrets. */
    private static final Set<String> NAMES = Set.of(
            "hashSettings",
            "compoundHash",
            "binaryFormat",
            "parallelization",
            "sha512Hexa",
            "sha1_hashbytes",
            "GigyaHashSettings.withPbkdf2Digest",
            "GigyaCsv.listSeparator()",
            "accounts.search",
            "$stormpath1$",
            "$stormpath2$");

    private Quotes() {}

    /** {@return a run of the text that is in the input, too; neither hashes nor salts have spaces} */
    static Optional<String> in(String text, String input) {
        return IntStream.rangeClosed(0, text.length() - LENGTH)
                .mapToObj(from -> text.substring(from, from + LENGTH))
                .filter(run -> run.indexOf(' ') < 0 && input.contains(run))
                .filter(run -> NAMES.stream().noneMatch(name -> name.contains(run)))
                .findFirst();
    }
}
