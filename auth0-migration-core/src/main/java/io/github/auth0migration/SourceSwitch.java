package io.github.auth0migration;

/**
 * A switch with which an operator takes a source out of use while the host runs, and puts it back. A source that is off
 * gives no verdict about anybody: every login and look-up is {@code Unavailable} with
 * {@link Failure.Kind#SWITCHED_OFF}. Calls in flight end as they would.
 *
 * <p>It belongs to one process: replicas are switched one by one, or by the host's own configuration. Thread-safe.
 *
 * @see Sources#switchable
 * @since 0.1.0
 */
public final class SourceSwitch {

    private volatile boolean on = true;

    private SourceSwitch() {}

    /** {@return a switch that is on} */
    public static SourceSwitch on() {
        return new SourceSwitch();
    }

    /** Takes the source out of use. */
    public void turnOff() {
        on = false;
    }

    /** Puts the source back into use. */
    public void turnOn() {
        on = true;
    }

    /** {@return whether the source is in use} */
    public boolean isOn() {
        return on;
    }

    @Override
    public String toString() {
        return "SourceSwitch[" + (on ? "on" : "off") + "]";
    }
}
