package io.github.auth0migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({"ADA@Example.COM, ada@example.com", "ada, ADA", "ädA, äda", "ÄDA, Äda"})
    void lettersAToZMatchInAnyCase(String one, String other) {
        assertThat(Identifier.of(one).matches(other)).isTrue();
        assertThat(Identifier.of(one).comparisonKey())
                .isEqualTo(Identifier.of(other).comparisonKey());
    }

    @ParameterizedTest
    @CsvSource({
        "kım, kim", // dotless i
        "İda, ida", // I with a dot
        "ſam, sam", // long s
        "\u212aim, kim", // Kelvin sign
        "straße, strasse",
        "straße, STRASSE",
        "STRAẞE, strasse",
        "ａｄａ, ada", // full-width letters
        "ÄDA, äda",
        "ada\u0308, adä",
        "ﬁnn, finn", // ligature
    })
    void nothingElseMatchesButAllShareAGuardKey(String one, String other) {
        assertThat(Identifier.of(one).matches(other)).isFalse();
        assertThat(Identifier.of(one).comparisonKey())
                .isNotEqualTo(Identifier.of(other).comparisonKey());
        assertThat(Identifier.of(one).guardKey()).isEqualTo(Identifier.of(other).guardKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ada",
                "ada ",
                "ada\t",
                "\u00a0ada\u3000",
                "a\u200bda",
                "ad\u00ada",
                "\ufeffada",
                "a da",
                "a\u2003d\na",
                "a\u3164da",
                "a\u2800da",
                "ada\ue000",
                "a\u2065da"
            })
    void whiteSpaceAndWhatCannotBeSeenBuysNoGuesses(String spelling) {
        assertThat(Identifier.of(spelling).guardKey()).isEqualTo("ada");
        assertThat(Identifier.of(spelling).matches("ada")).isFalse();
    }

    @Test
    void guardKeyIsStableUnderItself() {
        String key = Identifier.of("  ÀDA.ſſ@Exámple.COM ").guardKey();

        assertThat(key).isEqualTo("ada.ss@example.com");
        assertThat(Identifier.of(key).guardKey()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u3000", "ada\n", "a\u0000b", "a\u007fb", "a\u0085b", "a\ud83d", "\udd11a"})
    void emptyControlAndBrokenTextIsNotPlausible(String typed) {
        assertThat(Identifier.of(typed).isPlausible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ada@example.com", "ada lovelace", "ädä@exämple.com", "\ud83d\udd11"})
    void everythingElseIsPlausible(String typed) {
        assertThat(Identifier.of(typed).isPlausible()).isTrue();
    }

    @Test
    void plausibleEndsAt254() {
        assertThat(Identifier.of("a".repeat(254)).isPlausible()).isTrue();
        assertThat(Identifier.of("a".repeat(255)).isPlausible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'',(empty)",
                "ada@example.com,a…@example.com",
                "ada,a…",
                "@ada,@…",
                "\ud83d\udd11ey@example.com,\ud83d\udd11…@example.com",
                "a@b@c,a…",
                "p@55word!,p…",
                "p@55@example.com,p…",
                "\u0085ada@exa\u2028mple.com,?…"
            })
    void shortenedKeepsFirstCharacterAndDomain(String typed, String shown) {
        assertThat(Identifier.of(typed).shortened()).isEqualTo(shown);
        assertThat(Identifier.of(typed)).hasToString(shown);
    }

    @Test
    void shortenedIsShortAndWellFormed() {
        String shown = Identifier.of("ada@" + "\ud83d\udd11".repeat(200)).shortened();

        assertThat(shown.length()).isLessThanOrEqualTo(64);
        assertThat(shown.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @Test
    void equalOnlyAsTyped() {
        assertThat(Identifier.of("ada")).isEqualTo(Identifier.of("ada")).hasSameHashCodeAs(Identifier.of("ada"));
        assertThat(Identifier.of("ada")).isNotEqualTo(Identifier.of("Ada")).isNotEqualTo("ada");
        assertThat(Identifier.of("ada@b").isEmail()).isTrue();
        assertThat(Identifier.of("ada").isEmail()).isFalse();
    }
}
