package io.github.auth0migration.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GigyaCsvTest {

    @Test
    void theDefaultsAreThoseOfIdentitySync() {
        assertThat(GigyaCsv.identitySync()).isEqualTo(new GigyaCsv(',', GigyaCsv.Quotes.BACKSLASH, ","));
    }

    @ParameterizedTest
    @ValueSource(chars = {'a', '7', '"', '\\', '.', ' ', '\n', '\r', '\0', '\u00a7'})
    void separatorsThatCannotBeOneAreRefused(char separator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GigyaCsv.identitySync().withColumnSeparator(separator))
                .withMessageContaining("columnSeparator");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|', '~'})
    void separatorsInUseAreAccepted(char separator) {
        assertThatCode(() -> GigyaCsv.identitySync().withColumnSeparator(separator))
                .doesNotThrowAnyException();
    }

    @Test
    void anEmptyListSeparatorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GigyaCsv.identitySync().withListSeparator(""))
                .withMessageContaining("listSeparator");
    }
}
