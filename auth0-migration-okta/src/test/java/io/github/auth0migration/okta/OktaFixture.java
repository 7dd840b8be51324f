package io.github.auth0migration.okta;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SecondFactorPolicy;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.providertests.DownSwitch;
import io.github.auth0migration.simulators.okta.LockoutVisibility;
import io.github.auth0migration.simulators.okta.OktaOperation;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import io.github.auth0migration.testkit.Capability;
import io.github.auth0migration.testkit.ContractPerson;
import io.github.auth0migration.testkit.Fault;
import io.github.auth0migration.testkit.ListingFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** An Okta organization for the contracts. */
final class OktaFixture implements ListingFixture {

    /** By how much the organization's clock is behind while people come: a listing gives again whoever changed lately. */
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private final AtomicReference<Duration> behind = new AtomicReference<>(LONG_AGO);
    private final InstantSource clock = () -> Instant.now().minus(behind.get());
    private final OktaSimulator okta =
            OktaSimulator.builder().clock(clock.withZone(ZoneOffset.UTC)).start();
    private final DownSwitch transport = new DownSwitch();
    private final OktaSource source;

    OktaFixture() {
        this(SecondFactorPolicy.REFUSE);
    }

    OktaFixture(SecondFactorPolicy secondFactor) {
        behind.set(Duration.ZERO);
        okta.showLockoutFailures(LockoutVisibility.SHOWN);
        source = OktaSource.builder()
                .orgUrl(okta.url())
                .apiToken(okta::apiToken)
                .userIdPrefix("okta")
                .emailVerification(EmailVerificationPolicy.ASSUME_UNVERIFIED)
                .secondFactor(secondFactor)
                .transport(transport)
                .build();
    }

    @Override
    public MigrationSource source() {
        return source;
    }

    @Override
    public UserListing listing() {
        return source;
    }

    @Override
    public void crowd(int count) {
        okta.crowd(count);
    }

    @Override
    public Set<Capability> capabilities() {
        // All but one: Okta does not tell an unknown user from a wrong password.
        return EnumSet.complementOf(EnumSet.of(Capability.TELLS_UNKNOWN_USER));
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.allOf(Fault.class);
    }

    @Override
    public void add(ContractPerson person) {
        OktaPerson.Builder added = OktaPerson.builder(person.login().orElse(person.email()))
                .email(person.email())
                .password(person.password());
        switch (person.state()) {
            case LOCKED_OUT -> added.status("LOCKED_OUT");
            case DISABLED -> added.status("SUSPENDED");
            case NOT_ACTIVATED -> added.status("STAGED");
            case PASSWORD_EXPIRED -> added.passwordExpired();
            case SECOND_FACTOR -> added.factor("push");
            default -> added.status("ACTIVE");
        }
        behind.set(LONG_AGO);
        okta.add(added.build());
        behind.set(Duration.ZERO);
    }

    @Override
    public void begin(Fault fault) {
        switch (fault) {
            case DOWN -> transport.down(true);
            case CREDENTIALS_REFUSED ->
                Set.of(OktaOperation.GET_USER, OktaOperation.SEARCH_USERS)
                        .forEach(operation -> okta.fault(
                                operation,
                                io.github.auth0migration.simulators.Fault.status(401, OktaStub.error("E0000011"))));
            case RATE_LIMITED -> Set.of(OktaOperation.values()).forEach(operation -> okta.rateLimit(operation, 0));
            case STALLED -> everywhere(io.github.auth0migration.simulators.Fault.stall());
            case SERVER_ERROR ->
                everywhere(io.github.auth0migration.simulators.Fault.status(503, OktaStub.error("E0000010")));
            case GARBAGE -> everywhere(io.github.auth0migration.simulators.Fault.html(200));
        }
    }

    private void everywhere(io.github.auth0migration.simulators.Fault fault) {
        Set.of(OktaOperation.values()).forEach(operation -> okta.fault(operation, fault));
    }

    @Override
    public void recover() {
        transport.down(false);
        okta.clearFaults();
        Set.of(OktaOperation.values()).forEach(operation -> okta.rateLimit(operation, 1_000_000));
    }

    @Override
    public int passwordChecks() {
        return okta.requests(OktaOperation.AUTHN);
    }

    @Override
    public int requests() {
        return okta.received().size();
    }

    @Override
    public void close() {
        source.close();
        transport.close();
        okta.close();
    }
}
