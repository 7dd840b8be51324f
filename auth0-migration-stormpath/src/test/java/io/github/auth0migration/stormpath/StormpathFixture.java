package io.github.auth0migration.stormpath;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.providertests.DownSwitch;
import io.github.auth0migration.simulators.stormpath.StormpathDialect;
import io.github.auth0migration.simulators.stormpath.StormpathOperation;
import io.github.auth0migration.simulators.stormpath.StormpathPerson;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import io.github.auth0migration.testkit.Capability;
import io.github.auth0migration.testkit.ContractPerson;
import io.github.auth0migration.testkit.Fault;
import io.github.auth0migration.testkit.ListingFixture;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** A Stormpath application with two directories for the contracts. */
final class StormpathFixture implements ListingFixture {

    private static final String OTHER_DIRECTORY = "Partners";

    private final StormpathDialect dialect;
    private final StormpathSimulator stormpath;
    private final DownSwitch transport = new DownSwitch();
    private final StormpathSource source;
    private final Set<String> emails = new HashSet<>();

    private StormpathFixture(StormpathDialect dialect, StormpathAuthentication authentication) {
        this.dialect = dialect;
        this.stormpath = StormpathSimulator.builder().dialect(dialect).start();
        this.source = StormpathSource.builder()
                .baseUrl(URI.create(stormpath.baseUrl()))
                .applicationId(stormpath.applicationId())
                .apiKey(stormpath.apiKeyId(), stormpath::apiKeySecret)
                .authentication(authentication)
                .userIdPrefix("stormpath")
                .transport(transport)
                .build();
        stormpath.mapDirectories(StormpathPerson.DEFAULT_DIRECTORY, OTHER_DIRECTORY);
    }

    /** Stormpath itself, with signed requests. */
    static StormpathFixture stormpath() {
        return new StormpathFixture(StormpathDialect.STORMPATH, StormpathAuthentication.SAUTHC1);
    }

    /** A compatible server, with Basic. */
    static StormpathFixture compatible() {
        return new StormpathFixture(StormpathDialect.COMPATIBLE, StormpathAuthentication.BASIC);
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
    public Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.of(
                Capability.HAS_LOGIN_OTHER_THAN_EMAIL,
                Capability.HAS_ADDRESS_SHAPED_LOGIN,
                Capability.ALLOWS_SHARED_EMAIL,
                Capability.LOCKS_OUT,
                Capability.DISABLES_PEOPLE,
                Capability.SHOWS_DISABLED,
                Capability.UNACTIVATED_PEOPLE);
        if (dialect == StormpathDialect.STORMPATH) {
            capabilities.add(Capability.SHOWS_LOCKOUT);
        }
        return capabilities;
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.allOf(Fault.class);
    }

    @Override
    public void add(ContractPerson person) {
        StormpathPerson.Builder added = StormpathPerson.builder(person.email())
                .username(person.login().orElse(person.email()))
                .emailVerificationStatus("VERIFIED")
                .password(person.password());
        if (!emails.add(person.email())) {
            added.directory(OTHER_DIRECTORY);
        }
        switch (person.state()) {
            case LOCKED_OUT -> added.loginCode(7103);
            case DISABLED -> added.status("DISABLED");
            case NOT_ACTIVATED -> added.status("UNVERIFIED");
            default -> added.status("ENABLED");
        }
        stormpath.add(added.build());
    }

    @Override
    public void crowd(int count) {
        stormpath.crowd(count);
    }

    @Override
    public void begin(Fault fault) {
        switch (fault) {
            case DOWN -> transport.down(true);
            case CREDENTIALS_REFUSED -> everywhere(401, 401);
            case RATE_LIMITED -> everywhere(429, 429);
            // The code is a wrong password's: that is what compatible servers write.
            case SERVER_ERROR -> everywhere(500, 7104);
            case STALLED -> everywhere(io.github.auth0migration.simulators.Fault.stall());
            case GARBAGE -> everywhere(io.github.auth0migration.simulators.Fault.html(200));
        }
    }

    private void everywhere(int status, int code) {
        everywhere(io.github.auth0migration.simulators.Fault.status(
                status, "{\"status\":" + status + ",\"code\":" + code + "}"));
    }

    private void everywhere(io.github.auth0migration.simulators.Fault fault) {
        Set.of(StormpathOperation.values()).forEach(operation -> stormpath.fault(operation, fault));
    }

    @Override
    public void recover() {
        transport.down(false);
        stormpath.clearFaults();
    }

    @Override
    public int passwordChecks() {
        return stormpath.requests(StormpathOperation.LOGIN_ATTEMPTS);
    }

    @Override
    public int requests() {
        return stormpath.received().size();
    }

    @Override
    public void close() {
        source.close();
        transport.close();
        stormpath.close();
    }
}
