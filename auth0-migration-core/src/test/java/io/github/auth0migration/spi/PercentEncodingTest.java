package io.github.auth0migration.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auth0migration.testsupport.Marked;
import io.github.auth0migration.testsupport.SecretScan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "azAZ09-._ | azAZ09-._",
                "a b+c | a%20b%2Bc",
                "*!'()&=%/?#@: | %2A%21%27%28%29%26%3D%25%2F%3F%23%40%3A",
                "é漢😀 | %C3%A9%E6%BC%A2%F0%9F%98%80"
            })
    void onlyTheUnreservedStayLiteral(String text, String encoded) {
        assertThat(PercentEncoding.encode(text)).isEqualTo(encoded);
    }

    @Test
    void controlCharactersAreEncodedAndTheTildeIsNot() {
        assertThat(PercentEncoding.encode("\u0000\r\n\u007f~")).isEqualTo("%00%0D%0A%7F~");
    }

    @Test
    void whatIsNoTextIsRefusedAndNotQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PercentEncoding.encode(Marked.PASSWORD + "\ud800"))
                .satisfies(SecretScan::clean);
    }
}
