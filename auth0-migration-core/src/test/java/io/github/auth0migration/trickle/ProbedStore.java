package io.github.auth0migration.trickle;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store in which one call may fail, or be preceded by what somebody else does. For one thread at a time. */
final class ProbedStore implements UserStore {

    enum Call {
        FIND_NAME,
        FIND_ID,
        AUTHENTICATE,
        CREATE,
        SET_PASSWORD
    }

    enum Fault {
        UNAVAILABLE,
        THROWS,
        THROWS_CHECKED,
        RETURNS_NULL,
        /** Did it, but the answer was lost. */
        UNAVAILABLE_AFTERWARDS
    }

    private static final Failure OUTAGE = Failure.of(Failure.Kind.CONNECT, "The database is down.");

    private final UserStore users;
    /** By when each call had to answer, in order. */
    final List<Deadline> deadlines = new ArrayList<>();

    private final List<Call> calls = new ArrayList<>();
    private int failAt = -1;
    private Fault fault = Fault.UNAVAILABLE;
    private Call awaited = Call.CREATE;
    private Runnable meanwhile = () -> {};

    ProbedStore(UserStore users) {
        this.users = users;
    }

    /** Fails the call with this number, counted from now, once. */
    void failAt(int number, Fault how) {
        calls.clear();
        failAt = number;
        fault = how;
    }

    /** Lets something happen just before the next call of a kind. */
    void before(Call call, Runnable happens) {
        awaited = call;
        meanwhile = happens;
    }

    List<Call> takeCalls() {
        List<Call> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    @Override
    public FindResult find(UserKey key, Deadline deadline) {
        Call call = key instanceof UserKey.ByUserId ? Call.FIND_ID : Call.FIND_NAME;
        return probed(call, deadline, () -> users.find(key, deadline), Unavailable::new);
    }

    @Override
    public AuthenticateResult authenticate(String userId, String password, Deadline deadline) {
        return probed(
                Call.AUTHENTICATE, deadline, () -> users.authenticate(userId, password, deadline), Unavailable::new);
    }

    @Override
    public CreateResult create(NewUser user, Deadline deadline) {
        return probed(Call.CREATE, deadline, () -> users.create(user, deadline), Unavailable::new);
    }

    @Override
    public SetPasswordResult setPassword(String userId, String password, Deadline deadline) {
        return probed(
                Call.SET_PASSWORD, deadline, () -> users.setPassword(userId, password, deadline), Unavailable::new);
    }

    private <T> T probed(Call call, Deadline deadline, Supplier<T> work, Function<Failure, T> unavailable) {
        calls.add(call);
        deadlines.add(deadline);
        if (call == awaited) {
            Runnable happens = meanwhile;
            meanwhile = () -> {};
            happens.run();
        }
        return calls.size() - 1 == failAt ? fail(work, unavailable) : work.get();
    }

    // A null from the store is a case under test.
    @SuppressWarnings("NullAway")
    private <T> T fail(Supplier<T> work, Function<Failure, T> unavailable) {
        failAt = -1;
        switch (fault) {
            case THROWS -> throw new IllegalStateException("the store has a bug");
            case THROWS_CHECKED ->
                throw Sneaky.<RuntimeException>thrown(new java.io.IOException("the store has a bug"));
            case RETURNS_NULL -> {
                return null;
            }
            case UNAVAILABLE_AFTERWARDS -> {
                var unused = work.get();
            }
            case UNAVAILABLE -> {}
        }
        return unavailable.apply(OUTAGE);
    }
}
