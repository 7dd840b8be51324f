package io.github.auth0migration.sample;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The Chromium and the Node.js that are installed on this machine; nothing is downloaded. */
record Chromium(Path browser, Path node) {

    /** Skips the test where they are missing; fails it in CI, where they must not be. */
    static Chromium installed() {
        Optional<Path> browser = named(System.getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome");
        Optional<Path> node = named(System.getenv("PLAYWRIGHT_NODEJS_PATH"), "node");
        boolean both = browser.isPresent() && node.isPresent();
        if (!both && "true".equals(System.getenv("CI"))) {
            Assertions.fail("CI needs Chromium and Node.js: install them, or set CHROMIUM and PLAYWRIGHT_NODEJS_PATH");
        }
        Assumptions.assumeTrue(both, "no Chromium or no Node.js on this machine: set CHROMIUM to its path");
        return new Chromium(browser.orElseThrow(), node.orElseThrow());
    }

    private static Optional<Path> named(@Nullable String path, String... names) {
        if (path != null && !path.isEmpty()) {
            return Optional.of(Path.of(path)).filter(Files::isExecutable);
        }
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .flatMap(directory -> Stream.of(names).map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(browser)
                        // Chromium's sandbox does not run as root.
                        .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                        .setArgs(List.of(
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run",
                                "--disable-quic",
                                "--disable-gpu")));
    }
}
