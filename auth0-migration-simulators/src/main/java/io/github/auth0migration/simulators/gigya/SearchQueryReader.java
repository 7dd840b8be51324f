package io.github.auth0migration.simulators.gigya;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of the query language that a migration can need: fields, {@code WHERE} with {@code =} and {@code
 * CONTAINS}, {@code AND}, which binds tighter, {@code OR} and parentheses, {@code START} and {@code LIMIT}.
 *
 * <p>A literal ends at the next quote of its kind: there is no way to escape one.
 */
final class SearchQueryReader {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(\"[^\"]*\"|'[^']*'|[A-Za-z_][\\w.]*|-?\\d+(?:\\.\\d+)?|[(),*=])");
    private static final Set<String> ENCRYPTED =
            Set.of("profile.email", "loginIDs.emails", "loginIDs.unverifiedEmails", "loginIDs.username");
    private static final Set<String> KINDS = Set.of("", "full", "lite", "full,lite", "lite,full");

    private final List<String> tokens;
    private final boolean encryption;
    private int next;

    private SearchQueryReader(List<String> tokens, boolean encryption) {
        this.tokens = tokens;
        this.encryption = encryption;
    }

    static SearchQuery read(String query, String accountTypes, boolean encryption) throws BadQueryException {
        if (!KINDS.contains(accountTypes)) {
            throw new BadQueryException();
        }
        return new SearchQueryReader(tokens(query), encryption).query(accountTypes);
    }

    private static List<String> tokens(String query) throws BadQueryException {
        List<String> tokens = new ArrayList<>();
        String rest = query.strip();
        Matcher matcher = TOKEN.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new BadQueryException();
            }
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
        return tokens;
    }

    private SearchQuery query(String accountTypes) throws BadQueryException {
        expect("SELECT");
        List<FieldPath> fields = fields();
        expect("FROM");
        String source = take();
        if (!source.equals("accounts") && !source.equals("emailAccounts")) {
            throw new BadQueryException();
        }
        boolean lite = source.equals("emailAccounts") || accountTypes.contains("lite");
        boolean full = source.equals("accounts") && !accountTypes.equals("lite");
        Condition where = skip("WHERE") ? either() : Condition.ALWAYS;
        int start = skip("START") ? number(0, 5000) : 0;
        int limit = skip("LIMIT") ? number(1, 10_000) : SearchQuery.DEFAULT_LIMIT;
        if (next < tokens.size()) {
            throw new BadQueryException();
        }
        return new SearchQuery(fields, full, lite, where, start, limit);
    }

    private List<FieldPath> fields() throws BadQueryException {
        List<FieldPath> fields = new ArrayList<>();
        if (skip("*")) {
            return fields;
        }
        do {
            fields.add(new FieldPath(field(take())));
        } while (skip(","));
        return fields;
    }

    private Condition either() throws BadQueryException {
        Condition left = both();
        while (skip("OR")) {
            left = Condition.or(left, both());
        }
        return left;
    }

    private Condition both() throws BadQueryException {
        Condition left = term();
        while (skip("AND")) {
            left = Condition.and(left, term());
        }
        return left;
    }

    private Condition term() throws BadQueryException {
        if (!skip("(")) {
            return comparison();
        }
        Condition inner = either();
        expect(")");
        return inner;
    }

    private Condition comparison() throws BadQueryException {
        String first = take();
        Operand left = isLiteral(first) ? new Operand(false, text(first)) : new Operand(true, field(first));
        boolean contains = skip("CONTAINS");
        if (!contains) {
            expect("=");
        }
        boolean encrypted = encryption && left.isField() && ENCRYPTED.contains(left.text());
        return new Comparison(left, contains, encrypted, text(take()));
    }

    private int number(int least, int most) throws BadQueryException {
        String token = take();
        int number = token.matches("\\d{1,9}") ? Integer.parseInt(token) : -1;
        if (number < least || number > most) {
            throw new BadQueryException();
        }
        return number;
    }

    private static boolean isLiteral(String token) {
        return token.matches("(?s)[\"'\\d-].*");
    }

    private static String text(String token) throws BadQueryException {
        if (token.startsWith("\"") || token.startsWith("'")) {
            return token.substring(1, token.length() - 1);
        }
        if (!isLiteral(token) && !token.equals("true") && !token.equals("false")) {
            throw new BadQueryException();
        }
        return token;
    }

    private static String field(String token) throws BadQueryException {
        if (!token.matches("[A-Za-z_].*") || token.endsWith(".")) {
            throw new BadQueryException();
        }
        return token;
    }

    private boolean skip(String word) {
        boolean there = next < tokens.size()
                && tokens.get(next).toUpperCase(Locale.ROOT).equals(word);
        if (there) {
            next++;
        }
        return there;
    }

    private void expect(String word) throws BadQueryException {
        if (!skip(word)) {
            throw new BadQueryException();
        }
    }

    private String take() throws BadQueryException {
        if (next == tokens.size()) {
            throw new BadQueryException();
        }
        return tokens.get(next++);
    }

    /** The query cannot be read. */
    static final class BadQueryException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
