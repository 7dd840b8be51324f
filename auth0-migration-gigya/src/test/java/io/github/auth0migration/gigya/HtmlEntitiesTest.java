package io.github.auth0migration.gigya;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auth0migration.gigya.internal.HtmlEntities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEntitiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "O&#39;Brien | O'Brien",
                "O&#x27;Brien | O'Brien",
                "O&apos;Brien | O'Brien",
                "Winter &amp; Sons | Winter & Sons",
                "&lt;b&gt;&quot;Ada&quot; | <b>\"Ada\"",
                "&amp;lt; | &lt;",
                "&#128512; | 😀",
                "$1 \\ &amp; | $1 \\ &",
                "&copy; &; & &#; &#xZZ; | &copy; &; & &#; &#xZZ;",
                "&#0; &#10; &#xD800; &#9999999; &#x110000; | &#0; &#10; &#xD800; &#9999999; &#x110000;"
            })
    void decodesOnce(String stored, String text) {
        assertThat(HtmlEntities.decode(stored)).isEqualTo(text);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(HtmlEntities.decode(null)).isNull();
    }
}
