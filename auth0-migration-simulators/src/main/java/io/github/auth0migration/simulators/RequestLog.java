package io.github.auth0migration.simulators;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all requests and keeps the latest, so that a simulator may run for days. */
final class RequestLog<O extends Enum<O>> {

    static final int KEPT = 10_000;

    private final Map<O, Integer> counts;
    private final Deque<ReceivedRequest<O>> latest = new ArrayDeque<>();

    RequestLog(Class<O> operations) {
        this.counts = new EnumMap<>(operations);
    }

    synchronized void add(ReceivedRequest<O> request) {
        counts.merge(request.operation(), 1, Integer::sum);
        latest.add(request);
        if (latest.size() > KEPT) {
            latest.remove();
        }
        notifyAll();
    }

    synchronized int count(O operation) {
        return counts.getOrDefault(operation, 0);
    }

    synchronized List<ReceivedRequest<O>> latest() {
        return List.copyOf(latest);
    }

    synchronized void clear() {
        counts.clear();
        latest.clear();
    }

    synchronized boolean await(O operation, int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (count(operation) < count) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
