package io.github.auth0migration.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A call whose thread can be interrupted while it waits for the platform. */
final class CallInOtherThread<T> {

    /** How a call ended. */
    record Ending<T>(T outcome, boolean interruptFlag) {}

    private final CompletableFuture<Ending<T>> ending = new CompletableFuture<>();
    private final Thread thread;

    private CallInOtherThread(Supplier<T> call) {
        this.thread = new Thread(
                () -> {
                    try {
                        T outcome = call.get();
                        ending.complete(
                                new Ending<>(outcome, Thread.currentThread().isInterrupted()));
                    } catch (Throwable e) {
                        ending.completeExceptionally(e);
                    }
                },
                "contract-caller");
        thread.setDaemon(true);
    }

    /** Interrupts a call once it waits, or earlier if it never does, and returns how it ended. */
    static <T> Ending<T> interrupted(Supplier<T> call) throws Exception {
        CallInOtherThread<T> started = new CallInOtherThread<>(call);
        started.thread.start();
        started.awaitWaiting();
        started.thread.interrupt();
        return started.ending.get(ScriptContract.GENEROUS.toSeconds() / 2, TimeUnit.SECONDS);
    }

    private void awaitWaiting() {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!isWaiting() && !ending.isDone() && System.nanoTime() - giveUp < 0) {
            Thread.onSpinWait();
        }
    }

    private boolean isWaiting() {
        Thread.State state = thread.getState();
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }
}
