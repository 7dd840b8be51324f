package io.github.auth0migration.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final byte[] HASH = Oracle.digest("MD5", Oracle.utf8("hash"));

    private final List<Integer> computed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyWayIsComputedWhicheverMatches(int right) {
        assertThat(verifier(right).check(new byte[0])).isEqualTo(PasswordCheck.MATCHES);
        assertThat(computed).containsExactly(0, 1, 2);
    }

    @Test
    void noWayMeansAnotherPassword() {
        assertThat(verifier(-1).check(new byte[0])).isEqualTo(PasswordCheck.DIFFERS);
        assertThat(computed).containsExactly(0, 1, 2);
    }

    @Test
    void whatIsNotJudgedIsNotComputed() {
        assertThat(verifier(0).judging(password -> false).check(new byte[0])).isEqualTo(PasswordCheck.NOT_JUDGED);
        assertThat(computed).isEmpty();
    }

    private Verifier verifier(int right) {
        return Verifier.anyOf(
                IntStream.range(0, 3).mapToObj(way -> way(way, way == right)).toList(), HASH);
    }

    private Derivation way(int number, boolean right) {
        return password -> {
            computed.add(number);
            return right ? HASH.clone() : new byte[HASH.length];
        };
    }
}
