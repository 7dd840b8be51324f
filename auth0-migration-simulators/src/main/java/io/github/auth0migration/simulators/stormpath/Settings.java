package io.github.auth0migration.simulators.stormpath;

/** What a test may set while the server runs. */
final class Settings {

    private final StormpathDialect dialect;
    private volatile HrefStyle hrefs = HrefStyle.OWN_HOST;
    private volatile SizeMeaning size;
    private volatile int pageCap = Integer.MAX_VALUE;

    Settings(StormpathDialect dialect) {
        this.dialect = dialect;
        this.size = dialect.isCompatible() ? SizeMeaning.TOTAL : SizeMeaning.ITEMS;
    }

    StormpathDialect dialect() {
        return dialect;
    }

    HrefStyle hrefs() {
        return hrefs;
    }

    void hrefs(HrefStyle style) {
        this.hrefs = style;
    }

    SizeMeaning size() {
        return size;
    }

    void size(SizeMeaning meaning) {
        this.size = meaning;
    }

    int pageCap() {
        return pageCap;
    }

    void pageCap(int items) {
        this.pageCap = items;
    }
}
