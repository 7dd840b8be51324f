package io.github.auth0migration.simulators.gigya;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Errors that the next calls are answered with, whatever they ask for. Thread-safe by its monitor. */
final class ForcedErrors {

    private final Map<GigyaOperation, Queue<Integer>> waiting = new EnumMap<>(GigyaOperation.class);

    synchronized void add(GigyaOperation operation, int errorCode, int times) {
        Queue<Integer> codes = waiting.computeIfAbsent(operation, key -> new ArrayDeque<>());
        for (int time = 0; time < times; time++) {
            codes.add(errorCode);
        }
    }

    synchronized Optional<GigyaAnswer> next(GigyaOperation operation) {
        return Optional.ofNullable(waiting.get(operation)).map(Queue::poll).map(GigyaAnswer::error);
    }
}
