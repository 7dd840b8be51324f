package io.github.auth0migration.sample.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads single settings and collects what is wrong with them. Messages never repeat a value that may be a secret. */
final class SettingsReader {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----");

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What {@link #together} has seen. */
    String required(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    /**
     * Whether a platform is set up: with exactly one setting of each part. Some parts without the others are a problem.
     *
     * @param rule names them all
     * @param parts the alternatives of each part
     */
    boolean together(String rule, List<Set<String>> parts) {
        List<Long> counts = parts.stream()
                .map(names ->
                        names.stream().filter(name -> text(name).isPresent()).count())
                .toList();
        boolean all = counts.stream().allMatch(count -> count == 1);
        require(all || counts.stream().allMatch(count -> count == 0), rule);
        return all;
    }

    int integer(String name, int byDefault, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        problems.add(
                name + " must be a whole number from " + least + " to " + most + ": unset it for " + byDefault + ".");
        return byDefault;
    }

    Path directory(String name, String byDefault) {
        try {
            return Path.of(text(name).orElse(byDefault)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            problems.add(name + " must be a directory: unset it for ./" + byDefault + ".");
            return Path.of(byDefault).toAbsolutePath();
        }
    }

    Optional<Path> path(String name) {
        try {
            return text(name).map(text -> Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            problems.add(name + " must be a path on this machine: correct it, or unset it.");
            return Optional.empty();
        }
    }

    /** One of an enum's names, in lower case. */
    <E extends Enum<E>> Optional<E> oneOf(String name, E[] all) {
        Optional<String> text = text(name);
        Optional<E> found = text.flatMap(
                value -> Stream.of(all).filter(one -> lower(one).equals(value)).findFirst());
        require(
                text.isEmpty() || found.isPresent(),
                name + " must be one of "
                        + Stream.of(all).map(SettingsReader::lower).collect(Collectors.joining(", "))
                        + ": choose one, or unset it.");
        return found;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    Optional<String> secret(String name, int shortest) {
        Optional<String> secret = text(name);
        require(
                secret.map(String::length).orElse(shortest) >= shortest,
                name + " must have at least " + shortest
                        + " characters, or it can be guessed: use a longer one, or unset it to have one made up.");
        return secret;
    }

    Optional<String> key(String name, int shortest) {
        Optional<String> key = text(name);
        require(
                key.map(String::length).orElse(shortest) >= shortest,
                name + " must have at least " + shortest + " characters, or it can be guessed: use random ones.");
        return key;
    }

    /** A private key; the line ends of one that had to go on a single line may be written as {@code \\n}. */
    Optional<String> pem(String name) {
        Optional<String> pem = text(name).map(text -> text.replace("\\n", "\n"));
        require(
                pem.isEmpty() || PRIVATE_KEY.matcher(pem.get()).find(),
                name + " must be a private key in PEM: paste it whole, from -----BEGIN to -----END.");
        return pem;
    }

    Optional<URI> httpsUrl(String name) {
        return url(
                        name,
                        name + " must be an https address, for example https://login.example.com: unset it when nobody"
                                + " comes through a TLS proxy.")
                .filter(url -> accept(
                        "https".equals(url.getScheme()),
                        name + " must begin with https://: unset it when nobody comes through a TLS proxy."));
    }

    /** A real platform's address; that of a test server on this machine may be without TLS. */
    Optional<URI> platformUrl(String name, String rule) {
        return url(name, rule)
                .filter(url -> accept(
                        "https".equals(url.getScheme())
                                || ("http".equals(url.getScheme()) && isLoopback(url.getHost())),
                        rule));
    }

    private Optional<URI> url(String name, String rule) {
        return text(name).flatMap(value -> {
            try {
                URI url = new URI(value);
                return accept(url.isAbsolute() && url.getHost() != null, rule) ? Optional.of(url) : Optional.empty();
            } catch (URISyntaxException e) {
                problems.add(rule);
                return Optional.empty();
            }
        });
    }

    private boolean accept(boolean right, String problem) {
        require(right, problem);
        return right;
    }

    void require(boolean right, String problem) {
        if (!right) {
            problems.add(problem);
        }
    }

    void failOnProblems() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }
}
