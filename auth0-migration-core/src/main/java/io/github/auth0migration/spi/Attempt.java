package io.github.auth0migration.spi;

/**
 * One try of a call that a {@link Retrier} may make several times.
 *
 * @param <T> what the call gives
 * @since 0.1.0
 */
@FunctionalInterface
public interface Attempt<T> {

    /**
     * Tries once.
     *
     * @return what the call gave
     * @throws CallFailedException if it gave no usable answer
     */
    T run() throws CallFailedException;
}
