package io.github.auth0migration.endpoint;

/**
 * A row of the table of attacks: what is tried, what it gets, and what of it reaches the platform.
 *
 * @param what is tried, in words
 * @param got the answer
 * @param reached what the platform saw of it
 * @param play the attack itself; returns what it got
 * @param slow whether it does nothing but wait, for seconds, and may run beside others
 */
record Attack(String what, String got, String reached, Play play, boolean slow) {

    Attack(String what, String got, String reached, Play play) {
        this(what, got, reached, play, false);
    }

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
        return new Attack(what, got, platform, play, slow);
    }

    Attack slowly() {
        return new Attack(what, got, reached, play, true);
    }

    @Override
    public String toString() {
        return what;
    }
}
