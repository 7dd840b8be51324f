package io.github.auth0migration.simulators;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A server inside this process that plays a platform on 127.0.0.1 and a free port, over plain HTTP/1.1.
 *
 * <p>It records every request and breaks down on demand. Thread-safe: state and faults may change while clients talk to
 * it. Closing it ends all connections, stalled ones included, and frees port and threads. Its threads are daemons.
 *
 * @param <O> the operations that faults and counts refer to
 * @since 0.1.0
 */
public abstract class Simulator<O extends Enum<O>> implements AutoCloseable {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final Clock clock;
    private final BiFunction<String, String, O> operations;
    private final Function<ReceivedRequest<O>, Reply> platform;
    private final FaultPlan<O> faults;
    private final RequestLog<O> log;
    private final HttpWire wire;

    /**
     * Starts the server; it answers at once.
     *
     * @param type the class of the operations
     * @param clock the clock of the {@code Date} header
     * @param operations tells the operation by method and raw path; never returns null
     * @param platform answers a request; called by many threads
     */
    protected Simulator(
            Class<O> type,
            Clock clock,
            BiFunction<String, String, O> operations,
            Function<ReceivedRequest<O>, Reply> platform) {
        this.clock = clock;
        this.operations = operations;
        this.platform = platform;
        this.faults = new FaultPlan<>(type);
        this.log = new RequestLog<>(type);
        this.wire = new HttpWire(this::handle);
        wire.start();
    }

    /** {@return the address, {@code http://127.0.0.1:<port>} without a slash at the end} */
    public final URI url() {
        return wire.url();
    }

    /**
     * Lets every request of an operation fail from now on, instead of with an earlier standing fault.
     *
     * @param operation the operation
     * @param fault what goes wrong
     */
    public final void fault(O operation, Fault fault) {
        faults.always(operation, fault);
    }

    /**
     * Lets the next request of an operation fail. Said several times, the faults come one after the other; after them
     * the standing fault, if there is one, goes on.
     *
     * @param operation the operation
     * @param fault what goes wrong
     */
    public final void faultOnce(O operation, Fault fault) {
        faults.once(operation, fault);
    }

    /** Forgets all faults that have not happened yet. Stalls under way stay until their client leaves. */
    public final void clearFaults() {
        faults.clear();
    }

    /**
     * How many requests arrived, those that met a fault or were refused included.
     *
     * @param operation the operation
     * @return the number of requests since the start, or since {@link #forgetRequests()}
     */
    public final int requests(O operation) {
        return log.count(operation);
    }

    /** {@return the latest 10,000 requests, oldest first; an unchanging copy} */
    public final List<ReceivedRequest<O>> received() {
        return log.latest();
    }

    /** Sets all counts to zero and forgets the recorded requests. */
    public final void forgetRequests() {
        log.clear();
    }

    /**
     * Waits until so many requests have arrived; not until they are answered.
     *
     * @param operation the operation
     * @param count how many in total, as {@link #requests} counts
     * @param atMost how long to wait, by the machine's clock
     * @return whether they have arrived
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public final boolean awaitRequests(O operation, int count, Duration atMost) throws InterruptedException {
        return log.await(operation, count, atMost);
    }

    /** Ends all connections and frees port and threads; a second call does nothing. */
    @Override
    public final void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + url() + "]";
    }

    private HttpWire.Answer handle(RawRequest raw) {
        String target = raw.target();
        int query = target.indexOf('?');
        O operation = operations.apply(raw.method(), query < 0 ? target : target.substring(0, query));
        ReceivedRequest<O> request = new ReceivedRequest<>(operation, raw);
        Fault fault = faults.next(operation);
        log.add(request);
        Reply instead = fault.instead();
        Reply reply = instead != null ? instead : fault.edit(platform.apply(request));
        return new HttpWire.Answer(
                reply, fault, HTTP_DATE.format(clock.instant().atZone(ZoneOffset.UTC)));
    }
}
