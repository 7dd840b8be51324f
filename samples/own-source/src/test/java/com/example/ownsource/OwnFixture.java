package com.example.ownsource;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.JdkHttpTransport;
import io.github.auth0migration.testkit.Capability;
import io.github.auth0migration.testkit.ContractPerson;
import io.github.auth0migration.testkit.Fault;
import io.github.auth0migration.testkit.ListingFixture;
import io.github.auth0migration.testkit.PersonState;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/** The company's user API, for the contracts. */
final class OwnFixture implements ListingFixture {

    /** Port 1 of this machine: nobody listens there. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

    private final UserApi api = UserApi.start();
    private final JdkHttpTransport transport = JdkHttpTransport.create();
    private final OwnUserApi source = new OwnUserApi(api.url(), () -> UserApi.KEY, this::send);
    private volatile boolean down;

    private HttpReply send(HttpCall call) throws CallFailedException {
        return transport.send(down ? HttpCall.get(NOWHERE, call.deadline()) : call);
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
        return EnumSet.of(
                Capability.TELLS_UNKNOWN_USER,
                Capability.ALLOWS_SHARED_EMAIL,
                Capability.DISABLES_PEOPLE,
                Capability.SHOWS_DISABLED);
    }

    @Override
    public Set<Fault> faults() {
        return EnumSet.allOf(Fault.class);
    }

    @Override
    public void add(ContractPerson person) {
        api.add(person.email(), person.password(), person.state() != PersonState.DISABLED);
    }

    @Override
    public void crowd(int count) {
        api.crowd(count);
    }

    @Override
    public void begin(Fault fault) {
        switch (fault) {
            case DOWN -> down = true;
            case STALLED -> everywhere(io.github.auth0migration.simulators.Fault.stall());
            case RATE_LIMITED -> everywhere(io.github.auth0migration.simulators.Fault.status(429, "{}"));
            case SERVER_ERROR -> everywhere(io.github.auth0migration.simulators.Fault.status(503, "{}"));
            case GARBAGE -> everywhere(io.github.auth0migration.simulators.Fault.html(200));
            case CREDENTIALS_REFUSED ->
                everywhere(io.github.auth0migration.simulators.Fault.status(401, "{\"error\":\"bad_key\"}"));
        }
    }

    private void everywhere(io.github.auth0migration.simulators.Fault fault) {
        for (UserApiOperation operation : UserApiOperation.values()) {
            api.fault(operation, fault);
        }
    }

    @Override
    public void recover() {
        down = false;
        api.clearFaults();
    }

    @Override
    public int passwordChecks() {
        return api.requests(UserApiOperation.SESSIONS);
    }

    @Override
    public int requests() {
        return api.received().size();
    }

    @Override
    public void close() {
        transport.close();
        api.close();
    }
}
