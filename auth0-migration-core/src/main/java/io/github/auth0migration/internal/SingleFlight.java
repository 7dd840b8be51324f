package io.github.auth0migration.internal;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Of several callers with the same key at once, the first does the work, in its own thread, and the others wait for its
 * result, each no longer than its own deadline.
 */
public final class SingleFlight<T> {

    private final ConcurrentMap<AttemptKey, CompletableFuture<T>> flights = new ConcurrentHashMap<>();
    private final Predicate<T> ownToItsCaller;
    private final Function<Failure, T> unavailable;

    /**
     * @param ownToItsCaller results that concern only the caller that did the work, such as an interrupt: the others try
     *     for themselves
     * @param unavailable the result of a caller that cannot wait any longer
     */
    public SingleFlight(Predicate<T> ownToItsCaller, Function<Failure, T> unavailable) {
        this.ownToItsCaller = ownToItsCaller;
        this.unavailable = unavailable;
    }

    public T run(AttemptKey key, Deadline deadline, Supplier<T> work) {
        while (true) {
            CompletableFuture<T> mine = new CompletableFuture<>();
            CompletableFuture<T> first = flights.putIfAbsent(key, mine);
            if (first == null) {
                return lead(key, mine, work);
            }
            try {
                T shared = first.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
                if (!ownToItsCaller.test(shared)) {
                    return shared;
                }
            } catch (TimeoutException e) {
                return unavailable.apply(Failure.of(
                        Failure.Kind.TIMEOUT, "The deadline passed while the same attempt was already in flight."));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return unavailable.apply(Failure.of(Failure.Kind.INTERRUPTED, "The calling thread was interrupted."));
            } catch (ExecutionException e) {
                return unavailable.apply(
                        Failure.of(Failure.Kind.INTERNAL, "A bug, reported to the first caller of the same attempt."));
            }
        }
    }

    private T lead(AttemptKey key, CompletableFuture<T> mine, Supplier<T> work) {
        try {
            T result = work.get();
            flights.remove(key, mine);
            mine.complete(result);
            return result;
        } catch (Throwable e) { // whatever it is: a flight that never ends would block its key for ever
            flights.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }
}
