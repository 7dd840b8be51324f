package io.github.auth0migration.exports;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.CheckReport.Finding;
import io.github.auth0migration.exports.index.AccountIndex;
import io.github.auth0migration.exports.index.Counts;
import io.github.auth0migration.password.ParsedHash;
import io.github.auth0migration.spi.CallFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operator should know of an export before people sign in from it. */
final class ExportCheck {

    private static final int SHOWN = 5;
    private static final int PAGE = 500;

    private ExportCheck() {}

    static ExportReport report(Counts counts) {
        SortedMap<String, Long> verifiable = new TreeMap<>();
        SortedMap<String, Long> refused = new TreeMap<>();
        counts.hashes().forEach((kind, count) -> (kind.isVerifiable() ? verifiable : refused).put(kind.name(), count));
        return new ExportReport(counts.rows(), counts.accounts(), counts.left(), counts.broken(), verifiable, refused);
    }

    static CheckReport of(ExportReport report, AccountIndex index) {
        List<Finding> findings = new ArrayList<>();
        findings.add(accounts(report));
        findings.add(brokenRows(report, index));
        findings.add(hashes(report));
        if (report.refusedHashes().containsKey(ParsedHash.Reason.SETTING_REQUIRED.name())) {
            findings.add(Finding.problem(
                    "hash settings",
                    report.refusedHashes().get(ParsedHash.Reason.SETTING_REQUIRED.name())
                            + " accounts have pbkdf2 hashes whose digest Gigya does not tell: set hashSettings."));
        }
        return new CheckReport(findings);
    }

    private static Finding accounts(ExportReport report) {
        return report.accounts() == 0
                ? Finding.problem("accounts", "There is no account in " + report.rows() + " rows: is this the export?")
                : Finding.ok("accounts", report.accounts() + " accounts in " + report.rows() + " rows.");
    }

    private static Finding brokenRows(ExportReport report, AccountIndex index) {
        if (report.brokenRows() == 0) {
            return Finding.ok("rows", "Every row can be read.");
        }
        String first = brokenRows(index).limit(SHOWN).map(BrokenRow::toString).collect(Collectors.joining(" "));
        return Finding.warning(
                "rows",
                report.brokenRows() + " rows are broken, so nobody is unknown for certain; the first ones: " + first);
    }

    static Stream<BrokenRow> brokenRows(AccountIndex index) {
        return Stream.iterate(page(index, 0), page -> !page.isEmpty(), page -> page(index, page.next()))
                .flatMap(page -> page.rows().stream());
    }

    /** Some broken rows, and which come after them. */
    private record Page(List<BrokenRow> rows, long next) {
        boolean isEmpty() {
            return rows.isEmpty();
        }
    }

    private static Page page(AccountIndex index, long from) {
        try {
            List<BrokenRow> rows = index.broken(from, PAGE).stream()
                    .map(AccountIndex.Broken::row)
                    .toList();
            return new Page(rows, from + rows.size());
        } catch (CallFailedException e) {
            throw new IllegalStateException(e.failure().detail());
        }
    }

    private static Finding hashes(ExportReport report) {
        long refused = report.refusedHashes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        String sentence = "Verifiable: " + report.verifiableHashes() + "; not: " + report.refusedHashes()
                + ". Whoever has no password, or a hash that is refused, must reset it.";
        return refused == 0 ? Finding.ok("hashes", sentence) : Finding.warning("hashes", sentence);
    }
}
