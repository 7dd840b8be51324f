package io.github.auth0migration.endpoint;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.TimeSource;
import io.github.auth0migration.spi.ScriptBoundary;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The checks of all sources, made at most once in a while however often they are asked for: each is calls to a platform.
 * Thread-safe.
 */
final class SourceHealth {

    private record Checked(long atNanos, Instant at, Map<String, CheckReport> reports) {
        boolean passed() {
            return reports.values().stream().allMatch(CheckReport::passed);
        }
    }

    private final EndpointSources sources;
    private final Duration keep;
    private final TimeSource time;
    private final ReentrantLock checking = new ReentrantLock();
    private volatile @Nullable Checked latest;

    SourceHealth(EndpointSources sources, Duration keep, TimeSource time) {
        this.sources = sources;
        this.keep = keep;
        this.time = time;
    }

    EndpointResponse report(long callersRefused) {
        Checked checked = checked();
        // Switches count as they are now, not as they were when the platforms were asked.
        boolean up = checked.passed()
                && sources.names().stream()
                        .allMatch(name -> sources.switchOf(name).isOn());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("version", MigrationEndpoint.VERSION);
        members.put("status", up ? "up" : "down");
        members.put("checked_at", checked.at().toString());
        members.put("callers_refused", callersRefused);
        members.put(
                "sources",
                sources.names().stream().map(name -> source(name, checked)).toList());
        return EndpointResponse.json(up ? 200 : 503, members);
    }

    private Map<String, Object> source(String name, Checked checked) {
        CheckReport report = checked.reports().getOrDefault(name, new CheckReport(List.of()));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("switched_on", sources.switchOf(name).isOn());
        members.put("passed", report.passed());
        members.put(
                "findings",
                report.findings().stream()
                        .map(finding -> Map.of(
                                "subject", finding.subject(),
                                "level", finding.level().name().toLowerCase(Locale.ROOT),
                                "sentence", finding.sentence()))
                        .toList());
        return members;
    }

    private Checked checked() {
        Checked known = latest;
        if (known != null && isFresh(known)) {
            return known;
        }
        if (known == null) {
            checking.lock();
        } else if (!checking.tryLock()) {
            return known; // somebody else is asking: old news beats a queue of operators
        }
        try {
            Checked meanwhile = latest;
            return meanwhile != null && isFresh(meanwhile) ? meanwhile : check();
        } finally {
            checking.unlock();
        }
    }

    private boolean isFresh(Checked checked) {
        return time.nanoTime() - checked.atNanos() < keep.toNanos();
    }

    private Checked check() {
        Map<String, CheckReport> reports = new LinkedHashMap<>();
        for (MigrationSource source : sources.sources()) {
            reports.put(source.name(), checkOf(source));
        }
        Checked now = new Checked(time.nanoTime(), time.instant(), reports);
        latest = now;
        return now;
    }

    private static CheckReport checkOf(MigrationSource source) {
        try {
            return source.check();
        } catch (RuntimeException e) {
            return new CheckReport(List.of(
                    CheckReport.Finding.problem("check", "The check itself failed.", ScriptBoundary.bug(e, "health"))));
        }
    }
}
