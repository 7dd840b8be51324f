package io.github.auth0migration.simulators.okta;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of SCIM's filter language that {@code search} and {@code filter} know: comparisons joined by {@code
 * and}, which binds tighter, and {@code or}, with parentheses.
 */
final class SearchExpression {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()])|(\"(?:[^\"\\\\]|\\\\.)*\")|([A-Za-z][\\w.]*))");

    private final Dialect dialect;
    private final List<String> tokens;
    private int next;

    private SearchExpression(Dialect dialect, List<String> tokens) {
        this.dialect = dialect;
        this.tokens = tokens;
    }

    static Predicate<OktaPerson> parse(Dialect dialect, String text) throws BadExpressionException {
        SearchExpression expression = new SearchExpression(dialect, tokens(text));
        Predicate<OktaPerson> parsed = expression.either();
        if (!expression.peek().isEmpty()) {
            throw new BadExpressionException();
        }
        return parsed;
    }

    /** The values that it compares with. */
    static List<String> literals(String text) throws BadExpressionException {
        return tokens(text).stream()
                .filter(token -> token.startsWith("\""))
                .map(SearchExpression::unquoted)
                .toList();
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static List<String> tokens(String text) throws BadExpressionException {
        List<String> tokens = new ArrayList<>();
        String rest = text.strip();
        Matcher matcher = TOKEN.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new BadExpressionException();
            }
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
        return tokens;
    }

    private Predicate<OktaPerson> either() throws BadExpressionException {
        Predicate<OktaPerson> left = both();
        while (peek().equalsIgnoreCase("or")) {
            take();
            left = left.or(both());
        }
        return left;
    }

    private Predicate<OktaPerson> both() throws BadExpressionException {
        Predicate<OktaPerson> left = term();
        while (peek().equalsIgnoreCase("and")) {
            take();
            left = left.and(term());
        }
        return left;
    }

    private Predicate<OktaPerson> term() throws BadExpressionException {
        if (!peek().equals("(")) {
            return comparison();
        }
        take();
        Predicate<OktaPerson> inner = either();
        if (!take().equals(")")) {
            throw new BadExpressionException();
        }
        return inner;
    }

    private Predicate<OktaPerson> comparison() throws BadExpressionException {
        String attribute = take();
        BiPredicate<String, String> operator = dialect.operator(take().toLowerCase(Locale.ROOT));
        String literal = take();
        if (!attribute.matches("[A-Za-z].*") || !literal.startsWith("\"")) {
            throw new BadExpressionException();
        }
        String wanted = unquoted(literal);
        return person -> person.attribute(attribute)
                .filter(value -> any(value, text -> operator.test(text, wanted)))
                .isPresent();
    }

    private static boolean any(Object value, Predicate<String> test) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).anyMatch(test)
                : test.test(String.valueOf(value));
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() throws BadExpressionException {
        String token = peek();
        if (token.isEmpty()) {
            throw new BadExpressionException();
        }
        next++;
        return token;
    }

    /** Which of the two parameters is read. */
    enum Dialect {
        /** Values compare without regard to case, more operators. */
        SEARCH,
        /** Values compare with regard to case, {@code eq} only. */
        FILTER;

        private BiPredicate<String, String> operator(String name) throws BadExpressionException {
            if (this == FILTER) {
                return switch (name) {
                    case "eq" -> String::equals;
                    default -> throw new BadExpressionException();
                };
            }
            return switch (name) {
                case "eq" -> String::equalsIgnoreCase;
                case "sw" -> (value, wanted) -> value.regionMatches(true, 0, wanted, 0, wanted.length());
                case "gt" -> (value, wanted) -> value.compareToIgnoreCase(wanted) > 0;
                case "ge" -> (value, wanted) -> value.compareToIgnoreCase(wanted) >= 0;
                case "lt" -> (value, wanted) -> value.compareToIgnoreCase(wanted) < 0;
                case "le" -> (value, wanted) -> value.compareToIgnoreCase(wanted) <= 0;
                default -> throw new BadExpressionException();
            };
        }
    }

    /** The expression cannot be read. */
    static final class BadExpressionException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
