package io.github.auth0migration.sample.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Template ROW = Template.named("profile-row");

    @Test
    void escapesEveryValue() {
        Html row = ROW.fill(Map.of("label", "<b>", "value", "\"'&$1\\ <script>alert(1)</script>"));
        assertThat(row.markup())
                .isEqualTo(
                        "<div><dt>&lt;b&gt;</dt><dd>&quot;&#39;&amp;$1\\ &lt;script&gt;alert(1)&lt;/script&gt;</dd></div>\n");
    }

    @Test
    void takesHtmlAsItIs() {
        Html inner = ROW.fill(Map.of("label", "a", "value", "<"));
        Html outer = ROW.fill(Map.of("label", Html.join(List.of(inner, inner)), "value", "x"));
        assertThat(outer.markup()).contains("<dt>a</dt><dd>&lt;</dd>").doesNotContain("&amp;lt;");
    }

    @Test
    void aValueCannotBringAPlaceholder() {
        assertThat(ROW.fill(Map.of("label", "{{value}}", "value", "x")).markup())
                .contains("<dt>{{value}}</dt>");
    }

    @Test
    void missesValues() {
        assertThatThrownBy(() -> ROW.fill(Map.of("label", "a")))
                .hasMessageContaining("profile-row")
                .hasMessageContaining("value");
    }
}
