package io.github.auth0migration.internal;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupOutcome.Evidence;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceDescription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several sources, each person owned by the first one that finds them. */
public final class FirstOwnerSource implements MigrationSource {

    private final List<MigrationSource> sources;

    private FirstOwnerSource(List<MigrationSource> sources) {
        this.sources = sources;
    }

    public static FirstOwnerSource of(MigrationSource first, List<MigrationSource> others) {
        List<MigrationSource> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        if (all.size() < 2) {
            throw new IllegalArgumentException("firstOwner needs at least two sources: use the only one as it is");
        }
        requireDistinctPrefixes(all);
        requireNoExportBesideItsPlatform(all);
        return new FirstOwnerSource(List.copyOf(all));
    }

    private static void requireDistinctPrefixes(List<MigrationSource> sources) {
        Set<String> prefixes = new HashSet<>();
        for (MigrationSource source : sources) {
            String prefix = source.description()
                    .userIdPrefix()
                    .orElseThrow(() -> new IllegalArgumentException("firstOwner: source " + source.name()
                            + " has no userIdPrefix; without one two people could get the same user_id: set it"));
            if (!prefixes.add(prefix.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("firstOwner: two sources have the userIdPrefix \"" + prefix
                        + "\"; two people could get the same user_id: give each its own");
            }
        }
    }

    private static void requireNoExportBesideItsPlatform(List<MigrationSource> sources) {
        Map<String, Set<SourceDescription.Origin>> origins = sources.stream()
                .map(MigrationSource::description)
                .collect(Collectors.groupingBy(
                        SourceDescription::platform,
                        Collectors.mapping(SourceDescription::origin, Collectors.toSet())));
        origins.forEach((platform, found) -> {
            if (found.size() > 1) {
                throw new IllegalArgumentException("firstOwner: " + platform + " stands beside its own export;"
                        + " passwords changed since the export would stay valid: use one of the two");
            }
        });
    }

    @Override
    public SourceDescription description() {
        String names = sources.stream().map(MigrationSource::name).collect(Collectors.joining("+"));
        return SourceDescription.several(names);
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        Evidence evidence = Evidence.EXACT;
        for (MigrationSource source : sources) {
            LookupOutcome owner = source.getUser(
                    LookupRequest.byIdentifier(request.identifier().value())
                            .withDeadline(request.deadline())
                            .withCorrelationId(request.correlationId()));
            if (!(owner instanceof LookupOutcome.NotFound nobody)) {
                return owner.fold(
                        found -> loginAtOwner(source, found.user().userId(), request),
                        notFound -> LoginOutcome.Rejected.of(LoginOutcome.Cause.UNSPECIFIED),
                        refused -> new LoginOutcome.Refused(refused.refusal()),
                        unavailable -> new LoginOutcome.Unavailable(unavailable.failure()));
            }
            evidence = weaker(evidence, nobody);
        }
        return LoginOutcome.Rejected.of(
                evidence == Evidence.EXACT ? LoginOutcome.Cause.UNKNOWN_USER : LoginOutcome.Cause.UNSPECIFIED);
    }

    private static LoginOutcome loginAtOwner(MigrationSource owner, String userId, LoginRequest request) {
        LoginOutcome outcome = owner.login(request);
        return outcome instanceof LoginOutcome.Authenticated in
                        && !in.user().userId().equals(userId)
                ? new LoginOutcome.Refused(Refusal.proved(Refusal.Reason.IDENTITY_MISMATCH))
                : outcome;
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return request.userId()
                .map(userId -> byUserId(userId, request))
                .orElseGet(() -> firstThat(source -> source.getUser(request)));
    }

    private LookupOutcome byUserId(String userId, LookupRequest request) {
        for (MigrationSource source : sources) {
            if (source.description().platformId(userId).isPresent()) {
                return source.getUser(request);
            }
        }
        return new LookupOutcome.NotFound(Evidence.EXACT);
    }

    private LookupOutcome firstThat(Function<MigrationSource, LookupOutcome> lookup) {
        Evidence evidence = Evidence.EXACT;
        for (MigrationSource source : sources) {
            LookupOutcome outcome = lookup.apply(source);
            if (!(outcome instanceof LookupOutcome.NotFound nobody)) {
                return outcome;
            }
            evidence = weaker(evidence, nobody);
        }
        return new LookupOutcome.NotFound(evidence);
    }

    private static Evidence weaker(Evidence soFar, LookupOutcome.NotFound nobody) {
        return nobody.evidence() == Evidence.INDEX ? Evidence.INDEX : soFar;
    }

    @Override
    public CheckReport check() {
        return new CheckReport(sources.stream()
                .flatMap(source -> source.check().findings().stream()
                        .map(f -> new CheckReport.Finding(source.name() + " " + f.subject(), f.level(), f.sentence())))
                .toList());
    }
}
