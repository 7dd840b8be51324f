package io.github.auth0migration.endpoint;

/**
 * A row of the table of attacks: what is tried, what it gets, and what of it reaches the platform.
 *
 * @param what is tried, in words
 * @param got the answer
 * @param reached what the platform saw of it
 * @param play the attack itself; returns what it got
 */
record Attack(String what, String got, String reached, Play play) {

    /** An attack on a target of its own. */
    @FunctionalInterface
    interface Play {
        String run(AttackTarget target) throws Exception;
    }

    /** An attack of which nothing reaches the platform. */
    static Attack kept(String what, String got, Play play) {
        return new Attack(what, got, "nothing", play);
    }

    Attack reaching(String platform) {
        return new Attack(what, got, platform, play);
    }

    @Override
    public String toString() {
        return what;
    }
}
