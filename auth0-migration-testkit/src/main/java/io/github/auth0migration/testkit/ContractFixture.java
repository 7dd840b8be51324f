package io.github.auth0migration.testkit;

import io.github.auth0migration.MigrationSource;
import java.util.Set;

/**
 * What a contract needs of the author of a source: the source, and a hand on the platform behind it, usually a
 * simulator. Made anew for every test; calls of the source come from several threads at once.
 *
 * @since 0.1.0
 */
public interface ContractFixture extends AutoCloseable {

    /** {@return the source, the same each time, ready for verdicts: checked where its platform needs that} */
    MigrationSource source();

    /** {@return what the platform can do} */
    Set<Capability> capabilities();

    /** {@return the ways in which the platform can be made to fail} */
    Set<Fault> faults();

    /**
     * Makes the platform know a person.
     *
     * @param person whom; a login and a state only as {@link #capabilities()} allow
     */
    void add(ContractPerson person);

    /**
     * Makes the platform fail until {@link #recover()}.
     *
     * @param fault how; one of {@link #faults()}
     */
    void begin(Fault fault);

    /** Ends whatever fault began. */
    void recover();

    /** {@return how many password checks the platform has received so far, answered or not} */
    int passwordChecks();

    /** {@return how many requests of any kind the platform has received so far, password checks among them} */
    int requests();

    /** Ends the platform. */
    @Override
    void close();
}
