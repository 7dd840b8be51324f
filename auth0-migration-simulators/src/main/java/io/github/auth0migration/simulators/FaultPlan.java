package io.github.auth0migration.simulators;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;

/** Which fault the next request of an operation meets: those for once first, in order, then the standing one. */
final class FaultPlan<O extends Enum<O>> {

    private final Map<O, Fault> standing;
    private final Map<O, Queue<Fault>> once;

    FaultPlan(Class<O> operations) {
        this.standing = new EnumMap<>(operations);
        this.once = new EnumMap<>(operations);
    }

    synchronized void always(O operation, Fault fault) {
        standing.put(operation, fault);
    }

    synchronized void once(O operation, Fault fault) {
        once.computeIfAbsent(operation, key -> new ArrayDeque<>()).add(fault);
    }

    synchronized void clear() {
        standing.clear();
        once.clear();
    }

    synchronized Fault next(O operation) {
        Queue<Fault> queue = once.get(operation);
        Fault first = queue == null ? null : queue.poll();
        return first != null ? first : standing.getOrDefault(operation, Fault.NONE);
    }
}
