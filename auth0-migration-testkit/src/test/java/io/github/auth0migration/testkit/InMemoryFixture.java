package io.github.auth0migration.testkit;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.UserListing;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Lets the contracts play with a platform in memory, through its own source or through one that is broken on purpose. */
final class InMemoryFixture implements ListingFixture {

    private final InMemorySource platform = InMemorySource.named("acme").withUserIdPrefix("acme");
    private final MigrationSource source;
    private final UserListing listing;
    private final Set<Fault> faults;

    InMemoryFixture() {
        this(UnaryOperator.identity(), UnaryOperator.identity(), EnumSet.allOf(Fault.class));
    }

    InMemoryFixture(
            UnaryOperator<MigrationSource> breaker, UnaryOperator<UserListing> listingBreaker, Set<Fault> faults) {
        this.faults = faults;
        source = breaker.apply(platform);
        listing = listingBreaker.apply(platform);
    }

    @Override
    public MigrationSource source() {
        return source;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Set<Fault> faults() {
        return faults;
    }

    @Override
    public void add(ContractPerson person) {
        switch (person.state()) {
            case ACTIVE -> platform.person(person.email(), person.password());
            case LOCKED_OUT -> platform.refusedUnproved(person.email(), Reason.LOCKED_OUT);
            case DISABLED -> platform.refusedUnproved(person.email(), Reason.DISABLED);
            case NOT_ACTIVATED -> platform.refused(person.email(), person.password(), Reason.NOT_ACTIVATED);
            case PASSWORD_EXPIRED -> platform.refused(person.email(), person.password(), Reason.PASSWORD_EXPIRED);
            case SECOND_FACTOR -> platform.refused(person.email(), person.password(), Reason.SECOND_FACTOR_REQUIRED);
        }
        person.login().ifPresent(login -> platform.alsoKnownAs(person.email(), login));
    }

    @Override
    public void begin(Fault fault) {
        if (fault == Fault.STALLED) {
            platform.stalled();
        } else {
            platform.down(fault.kind());
        }
    }

    @Override
    public void recover() {
        platform.up();
    }

    @Override
    public int passwordChecks() {
        return platform.loginCalls();
    }

    @Override
    public int requests() {
        return platform.loginCalls() + platform.lookupCalls();
    }

    @Override
    public UserListing listing() {
        return listing;
    }

    @Override
    public void crowd(int count) {
        platform.crowd(count);
    }

    @Override
    public void close() {}
}
