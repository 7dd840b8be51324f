package io.github.auth0migration.simulators.gigya;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What follows {@code WHERE}. */
interface Condition {

    /** No {@code WHERE} at all. */
    Condition ALWAYS = new Condition() {
        @Override
        public boolean matches(SearchRow row) {
            return true;
        }

        @Override
        public Optional<NavigableSet<Integer>> crowd(Crowd crowd) {
            return Optional.empty();
        }
    };

    boolean matches(SearchRow row);

    /** Who of the crowd could match at all, so that a look-up need not make up a million people; empty for anybody. */
    Optional<NavigableSet<Integer>> crowd(Crowd crowd);

    static Condition and(Condition left, Condition right) {
        return new Condition() {
            @Override
            public boolean matches(SearchRow row) {
                return left.matches(row) && right.matches(row);
            }

            @Override
            public Optional<NavigableSet<Integer>> crowd(Crowd crowd) {
                return left.crowd(crowd).or(() -> right.crowd(crowd));
            }
        };
    }

    static Condition or(Condition left, Condition right) {
        return new Condition() {
            @Override
            public boolean matches(SearchRow row) {
                return left.matches(row) || right.matches(row);
            }

            @Override
            public Optional<NavigableSet<Integer>> crowd(Crowd crowd) {
                return left.crowd(crowd)
                        .flatMap(some -> right.crowd(crowd).map(others -> {
                            NavigableSet<Integer> either = new TreeSet<>(some);
                            either.addAll(others);
                            return either;
                        }));
            }
        };
    }
}
