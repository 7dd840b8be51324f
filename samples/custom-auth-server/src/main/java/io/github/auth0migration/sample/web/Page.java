package io.github.auth0migration.sample.web;

import java.util.Map;

/** The frame around every page. */
public final class Page {

    private static final Template LAYOUT = Template.named("layout");

    private Page() {}

    /**
     * A whole page.
     *
     * @param title what the browser's tab says
     * @param content what is within {@code main}
     * @return the page
     */
    public static Html titled(String title, Html content) {
        return LAYOUT.fill(Map.of("title", title, "content", content));
    }
}
