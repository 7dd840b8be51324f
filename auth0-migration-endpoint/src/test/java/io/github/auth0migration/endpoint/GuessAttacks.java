package io.github.auth0migration.endpoint;

import static io.github.auth0migration.endpoint.AttackTarget.EMAIL;
import static io.github.auth0migration.endpoint.AttackTarget.LOGIN;

import io.github.auth0migration.testsupport.Marked;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Callers with the right secret who guess: what a stranger at Auth0's sign-in page can make the scripts do. */
final class GuessAttacks {

    private static final int GUESSES = 10_000;
    private static final String FIVE = "9,995 × 200 refused TOO_MANY_ATTEMPTS, 5 × 200 rejected UNSPECIFIED";

    private GuessAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack(
                        "10,000 passwords for one address, 16 at a time",
                        FIVE,
                        "5 passwords",
                        t -> t.logins(GUESSES, n -> EMAIL)),
                new Attack(
                        "5 wrong passwords, then the right one",
                        "5 × 200 rejected UNSPECIFIED, then 200 refused TOO_MANY_ATTEMPTS",
                        "5 passwords",
                        t -> t.logins(5, n -> EMAIL) + ", then " + t.post("/login", AttackTarget.RIGHT)),
                new Attack(
                        "10,000 passwords for 10,000 spellings of one address: capitals, accents, white space, signs that"
                                + " cannot be seen, full width, and all of them together",
                        FIVE,
                        "5 calls to look people up",
                        GuessAttacks::spellings),
                new Attack(
                        "10,000 addresses, one password each (with a total limit of 1,000; the default is 10,000)",
                        "9,000 × 200 refused TOO_MANY_ATTEMPTS, 1,000 × 200 rejected UNSPECIFIED",
                        "2,000 calls to look people up",
                        t -> t.logins(GUESSES, n -> "person" + n + "@example.com")),
                new Attack(
                        "100 passwords by the e-mail address and 100 by the login of one person",
                        "5 × 200 refused IDENTITY_MISMATCH, 190 × 200 refused TOO_MANY_ATTEMPTS,"
                                + " 5 × 200 rejected UNSPECIFIED",
                        "5 passwords",
                        t -> t.logins(200, n -> n % 2 == 0 ? EMAIL : LOGIN)),
                new Attack(
                        "200 passwords for one address, each with another X-Forwarded-For, Forwarded and"
                                + " True-Client-IP",
                        "195 × 200 refused TOO_MANY_ATTEMPTS, 5 × 200 rejected UNSPECIFIED",
                        "5 passwords",
                        GuessAttacks::addresses),
                new Attack(
                        "1,000 look-ups of unknown addresses",
                        "1,000 × 200 not_found",
                        "2,000 calls to look people up",
                        t -> t.posts(
                                "/get-user", 1_000, n -> "{\"version\":1,\"identifier\":\"p" + n + "@example.com\"}")));
    }

    private static String addresses(AttackTarget target) {
        Map<String, Integer> said = new HashMap<>();
        for (int n = 0; n < 200; n++) {
            String address = "192.0.2." + n;
            String body = AttackTarget.login(EMAIL, Marked.WRONG_PASSWORD + n);
            String answer = target.send(
                    "/login",
                    request -> request.header("X-Forwarded-For", address)
                            .header("Forwarded", "for=" + address)
                            .header("True-Client-IP", address)
                            .POST(BodyPublishers.ofString(body)));
            said.merge(answer, 1, Integer::sum);
        }
        return AttackTarget.summary(said);
    }

    private static String spellings(AttackTarget target) throws InterruptedException {
        Random random = new Random(1);
        Set<String> spellings = new HashSet<>();
        while (spellings.size() < GUESSES) {
            spellings.add(spelling(random));
        }
        List<String> all = List.copyOf(spellings);
        return target.logins(GUESSES, all::get);
    }

    private static String spelling(Random random) {
        StringBuilder spelling = new StringBuilder();
        for (int i = 0; i < EMAIL.length(); i++) {
            spelling.append(unseen(random)).append(other(EMAIL.charAt(i), random));
        }
        return spelling.append(unseen(random)).toString();
    }

    private static String other(char c, Random random) {
        boolean letter = c >= 'a' && c <= 'z';
        return switch (random.nextInt(6)) {
            case 0 -> String.valueOf(c).toUpperCase(Locale.ROOT);
            case 1 -> letter ? c + String.valueOf((char) (0x300 + random.nextInt(0x30))) : String.valueOf(c);
            case 2 -> String.valueOf((char) (c - 0x20 + 0xFF00)); // full width
            default -> String.valueOf(c);
        };
    }

    private static String unseen(Random random) {
        String[] unseen = {"\u200b", "\u00ad", "\u2060", "\ufeff", "\u202e", " ", "\u00a0", "\u3000"};
        return random.nextInt(4) == 0 ? unseen[random.nextInt(unseen.length)] : "";
    }
}
