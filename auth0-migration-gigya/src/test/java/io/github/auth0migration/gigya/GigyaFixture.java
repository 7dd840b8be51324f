package io.github.auth0migration.gigya;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.providertests.DownSwitch;
import io.github.auth0migration.simulators.gigya.GigyaOperation;
import io.github.auth0migration.simulators.gigya.GigyaPerson;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import io.github.auth0migration.testkit.Capability;
import io.github.auth0migration.testkit.ContractPerson;
import io.github.auth0migration.testkit.Fault;
import io.github.auth0migration.testkit.ListingFixture;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A Gigya site for the contracts. */
final class GigyaFixture implements ListingFixture {

    private final GigyaSimulator gigya = GigyaSimulator.start();
    private final DownSwitch transport = new DownSwitch();
    private final GigyaSource source;

    GigyaFixture(UnaryOperator<GigyaSource.Builder> settings) {
        source = settings.apply(GigyaSource.builder()
                        .apiKey(gigya.apiKey())
                        .baseUrl(gigya.url())
                        .credentials(GigyaCredentials.signed(gigya.userKey(), gigya::secret))
                        .userIdPrefix("gigya")
                        .transport(transport))
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
        gigya.crowd(count);
    }

    @Override
    public Set<Capability> capabilities() {
        // One code for unknown users and wrong passwords; a login address has one owner; second factors show at a
        // sign-in only; and who never finished a registration is migrated by default: see GigyaOverTimeTest.
        return EnumSet.complementOf(EnumSet.of(
                Capability.TELLS_UNKNOWN_USER,
                Capability.ALLOWS_SHARED_EMAIL,
                Capability.SHOWS_SECOND_FACTORS,
                Capability.UNACTIVATED_PEOPLE));
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.allOf(Fault.class);
    }

    @Override
    public void add(ContractPerson person) {
        GigyaPerson.Builder added = GigyaPerson.builder(person.email()).password(person.password());
        person.login().ifPresent(added::username);
        switch (person.state()) {
            case LOCKED_OUT -> added.lockedUntil(Instant.parse("2999-01-01T00:00:00Z"));
            case DISABLED -> added.active(false);
            case NOT_ACTIVATED -> added.registered(false);
            case PASSWORD_EXPIRED -> added.afterRightPassword(403100);
            case SECOND_FACTOR -> added.afterRightPassword(403101);
            default -> added.active(true);
        }
        gigya.add(added.build());
    }

    @Override
    public void begin(Fault fault) {
        switch (fault) {
            case DOWN -> transport.down(true);
            case CREDENTIALS_REFUSED -> gigya.revoke();
            case RATE_LIMITED -> everywhere(code(403048));
            case SERVER_ERROR -> everywhere(code(500001));
            case STALLED -> everywhere(io.github.auth0migration.simulators.Fault.stall());
            case GARBAGE -> everywhere(io.github.auth0migration.simulators.Fault.html(200));
        }
    }

    private static io.github.auth0migration.simulators.Fault code(int code) {
        return io.github.auth0migration.simulators.Fault.status(200, "{\"errorCode\":" + code + "}");
    }

    private void everywhere(io.github.auth0migration.simulators.Fault fault) {
        Set.of(GigyaOperation.values()).forEach(operation -> gigya.fault(operation, fault));
    }

    @Override
    public void recover() {
        transport.down(false);
        gigya.clearFaults();
        String ignored = gigya.rotateSecret();
    }

    @Override
    public int passwordChecks() {
        return gigya.requests(GigyaOperation.LOGIN);
    }

    @Override
    public int requests() {
        return gigya.received().size();
    }

    @Override
    public void close() {
        source.close();
        transport.close();
        gigya.close();
    }
}
