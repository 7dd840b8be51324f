package io.github.auth0migration.simulators.okta;

import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.Simulator;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * An Okta org in this process: <a
 * href="https://developer.okta.com/docs/reference/api/authn/">primary authentication</a>, users, factors and the org's
 * metadata, with the traps that a migration meets.
 *
 * <p>Some answers are <b>likely, not confirmed</b>, for no document tells them: that authn refuses people who are
 * {@code STAGED}, {@code PROVISIONED}, {@code SUSPENDED} or {@code DEPROVISIONED}, or who come from {@code FEDERATION} or
 * {@code SOCIAL}, with status 401 and E0000004; that an ambiguous short name is answered with 404; that a deactivated
 * person can be read by login; that only {@code search=} lags, not {@code filter=}; that a service app which lacks a scope
 * gets 403 and E0000006; and that nobody is {@code me} to a service app.
 *
 * <p>The API token has an owner, {@code admin@org.example.com}, who is a person of the org like any other and whom the
 * path {@code /api/v1/users/me} returns. Thread-safe.
 *
 * @since 0.1.0
 */
public final class OktaSimulator extends Simulator<OktaOperation> {

    private final OktaService org;

    private OktaSimulator(Clock clock, OktaService org) {
        super(OktaOperation.class, clock, OktaRoutes::operation, org::answer);
        this.org = org;
    }

    /** {@return an empty org that runs, by the machine's clock and with a made-up token} */
    public static OktaSimulator start() {
        return builder().start();
    }

    /** {@return a builder, for another clock or token} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the API token that is or, if it has been revoked, was valid} */
    public String apiToken() {
        return org.tokens().current();
    }

    /** Revokes the API token: calls that send it are answered with 401 and E0000011. */
    public void revokeApiToken() {
        org.tokens().revoke();
    }

    /** {@return a new API token; from now on the only valid one} */
    public String rotateApiToken() {
        return org.tokens().rotate();
    }

    /**
     * Registers a service app, or replaces the one with its id: it may fetch access tokens, good for an hour.
     *
     * @param client the app
     */
    public void register(OktaClient client) {
        org.token().register(client);
    }

    /**
     * Forgets a service app: it gets no more tokens; those it has stay good.
     *
     * @param clientId its id
     */
    public void unregister(String clientId) {
        org.token().unregister(clientId);
    }

    /** Revokes all access tokens: calls that send one are answered with 401 and E0000011. */
    public void revokeAccessTokens() {
        org.accessTokens().revokeAll();
    }

    /** Replaces the nonce that DPoP proofs must carry: the next one with the old nonce is told the new one. */
    public void renewDpopNonce() {
        org.proofs().renewNonce();
    }

    /** Demands the nonce in DPoP proofs at API calls too, which Okta does not do today. */
    public void requireNonceOnApiCalls() {
        org.proofs().requireNonceOnApiCalls();
    }

    /**
     * Adds a person.
     *
     * @param person the person
     * @return the person as added, with the org's time stamps
     * @throws IllegalArgumentException if the id, or the login without regard to case and marks, is taken
     */
    public OktaPerson add(OktaPerson person) {
        return org.directory().add(person);
    }

    /**
     * Adds people who are made up from their number whenever somebody asks, and never stored, so that there may be a
     * million of them: {@code person-<number>@crowd.example.com} is login and e-mail, {@code crowd-<number>} the password,
     * the status is {@code ACTIVE}, there are no factors. Lists show them after everybody else. They are found by id,
     * login and short name, and by {@code search} and {@code filter} where a value names their id, login or e-mail; by
     * no other search, and never by {@code q}. Those who are changed or removed are so like anybody else.
     *
     * @param count how many, numbered from 0; replaces an earlier crowd
     */
    public void crowd(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, but is " + count);
        }
        org.directory().crowd(count);
    }

    /**
     * Changes a person while the org runs.
     *
     * @param login the person's login, in any case
     * @param change sets what is new on a builder that holds all that is
     * @return the person as changed
     * @throws IllegalArgumentException if nobody has this login, or the change is to an id or to a login that is taken
     */
    public OktaPerson change(String login, Consumer<OktaPerson.Builder> change) {
        return org.directory().change(login, change);
    }

    /**
     * Sets a password that is neither expired nor about to be; a person who had to do that becomes {@code ACTIVE}.
     *
     * @param login the person's login
     * @param password the new password
     * @return the person as changed
     * @throws IllegalArgumentException if nobody has this login
     */
    public OktaPerson setPassword(String login, String password) {
        return change(login, person -> {
            String status = person.build().status();
            boolean waited = status.equals("PASSWORD_EXPIRED") || status.equals("RECOVERY");
            person.password(password).passwordFresh().status(waited ? "ACTIVE" : status);
        });
    }

    /**
     * Sets a status, and forgets the wrong passwords so far: {@code ACTIVE} unlocks.
     *
     * @param login the person's login
     * @param status any text
     * @return the person as changed
     * @throws IllegalArgumentException if nobody has this login
     */
    public OktaPerson setStatus(String login, String status) {
        OktaPerson changed = change(login, person -> person.status(status));
        org.signIn().forgetWrongTries(changed.id());
        return changed;
    }

    /**
     * Deletes a person.
     *
     * @param login the person's login
     * @throws IllegalArgumentException if nobody has this login
     */
    public void remove(String login) {
        org.directory().remove(login);
    }

    /**
     * Reads a person as they are now, for example to see that they are locked out.
     *
     * @param login the person's login
     * @return the person
     * @throws IllegalArgumentException if nobody has this login
     */
    public OktaPerson person(String login) {
        return org.directory()
                .byLogin(login)
                .orElseThrow(() -> new IllegalArgumentException("login must be one of this org's"));
    }

    /**
     * Sets what a locked-out person is told; by default {@link LockoutVisibility#HIDDEN}.
     *
     * @param visibility what they are told
     */
    public void showLockoutFailures(LockoutVisibility visibility) {
        org.signIn().showLockoutFailures(Objects.requireNonNull(visibility, "visibility"));
    }

    /**
     * Sets after how many wrong passwords in a row a person is locked out, the right password included; by default 10.
     *
     * @param wrongPasswords how many; at least 1
     */
    public void lockoutAfter(int wrongPasswords) {
        if (wrongPasswords < 1) {
            throw new IllegalArgumentException("wrongPasswords must be at least 1, but is " + wrongPasswords);
        }
        org.signIn().lockoutAfter(wrongPasswords);
    }

    /**
     * Limits an operation; by default the limit is a million. What is over it is answered with 429 and E0000047.
     *
     * @param operation the operation
     * @param perWindow how many requests pass in 60 seconds, which begin with the first one, by the simulator's clock
     */
    public void rateLimit(OktaOperation operation, int perWindow) {
        org.limits().limit(operation, perWindow);
    }

    /**
     * Answers the next requests as if too many were in flight: 429 and E0000047 with limit 0 and remaining 0.
     *
     * @param operation the operation
     * @param times how many requests
     */
    public void concurrencyLimitHit(OktaOperation operation, int times) {
        org.limits().concurrencyHit(operation, times);
    }

    /**
     * Lets {@code search=} see what changes from now on only later, by the simulator's clock; ends {@link #holdIndex()}.
     *
     * @param lag how much later; zero, the default, for at once
     */
    public void searchLag(Duration lag) {
        org.index().lag(lag);
    }

    /** Lets {@code search=} see nothing of what changes from now on, until {@link #indexNow()}. */
    public void holdIndex() {
        org.index().hold();
    }

    /** Lets {@code search=} see everything that has changed until now. */
    public void indexNow() {
        org.index().indexNow();
    }

    /**
     * Refuses an operation with 403 and E0000006: to the token, or, as a blocked address meets it, to anybody who signs
     * in.
     *
     * @param operation the operation
     */
    public void denyRights(OktaOperation operation) {
        org.denied().add(operation);
    }

    /**
     * Takes {@link #denyRights} back.
     *
     * @param operation the operation
     */
    public void grantRights(OktaOperation operation) {
        org.denied().remove(operation);
    }

    /**
     * Sets what {@code /.well-known/okta-organization} calls its pipeline.
     *
     * @param pipeline {@code v1}, the default, for the Classic Engine or {@code idx} for the Identity Engine
     */
    public void engine(String pipeline) {
        org.pipeline(Objects.requireNonNull(pipeline, "pipeline"));
    }

    /**
     * Answers every sign-in with this login in one way, whatever the password and whether or not somebody has the login.
     * A member {@code stateToken} begins a transaction.
     *
     * @param login the login; of a person in the org any case of it and the short name too
     * @param status the HTTP status
     * @param body the members of the answer
     */
    public void answerAuthn(String login, int status, Map<String, ?> body) {
        org.authn().script(login, Reply.json(status, body));
    }

    /**
     * Takes {@link #answerAuthn} back.
     *
     * @param login the login
     */
    public void answerAuthnNormally(String login) {
        org.authn().unscript(login);
    }

    /** {@return how many state tokens have been handed out and not been cancelled} */
    public int openTransactions() {
        return org.authn().openTransactions();
    }

    /**
     * Settings of an org before it starts. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private String apiToken = OktaIds.token();

        private Builder() {}

        /**
         * Sets the clock of all that the org tells or measures, limits and search lag included; by default the machine's.
         * Delays of faults go by the machine's clock in any case.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets the first API token; by default it is made up.
         *
         * @param apiToken the token
         * @return this
         */
        public Builder apiToken(String apiToken) {
            this.apiToken = Objects.requireNonNull(apiToken, "apiToken");
            return this;
        }

        /** {@return the org, running} */
        public OktaSimulator start() {
            OktaPerson owner = OktaPerson.builder("admin@org.example.com")
                    .firstName("Org")
                    .lastName("Admin")
                    .build();
            return new OktaSimulator(clock, new OktaService(clock, apiToken, owner));
        }
    }
}
