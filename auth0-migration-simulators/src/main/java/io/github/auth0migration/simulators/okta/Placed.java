package io.github.auth0migration.simulators.okta;

/**
 * Somebody in a list.
 *
 * @param place never changes: a list that goes on behind it leaves nobody out, whoever comes, changes or goes
 * @param person who stands there
 */
record Placed(long place, OktaPerson person) {

    /** The place of the crowd's first person, behind everybody else. */
    static final long CROWD = 1L << 40;
}
