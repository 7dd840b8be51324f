package io.github.auth0migration.simulators.gigya;

import io.github.auth0migration.simulators.Simulator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A site of Gigya (SAP Customer Data Cloud) in this process: {@code accounts.login}, {@code accounts.getAccountInfo},
 * {@code accounts.search} and {@code accounts.identifiers.find}, with the traps that a migration meets. See the <a
 * href="https://help.sap.com/docs/SAP_CUSTOMER_DATA_CLOUD/8b8d6fffe113457094a17701f63e3d6a">platform's
 * documentation</a>.
 *
 * <p>Every answer has status 200 and type {@code text/javascript}; {@code errorCode} tells how it went. Each call must
 * show the site's key: by {@code userKey} and {@code secret}, by a signature, or by a bearer token.
 *
 * <p>On purpose it differs from the platform: it talks HTTP without TLS, which is 403006 there; it does not change its
 * status for {@code httpStatusCodes=true}; and it refuses a sign-in with nothing but the API key, which the platform
 * takes for a call from a browser.
 *
 * <p>Some answers are <b>likely, not confirmed</b>, for no document tells them:
 *
 * <ul>
 *   <li>of credentials, 400002 for what is missing, 403005 for a token of an unknown key, and 403002 for a token from
 *       another time;
 *   <li>of sign-ins, that a disabled account is refused before the password is looked at, that the last wrong password
 *       before a lockout is answered like those before it, that an old password counts as wrong, that {@code lockedUntil}
 *       is a text and told until it is over, and that 403100 to 403102 tell nothing but a {@code regToken};
 *   <li>of identifiers, 404003 when nobody has it, and that login addresses are found though they are not verified;
 *   <li>of search, that {@code =} looks at case in encrypted fields, too, and that 5,000 results are the end without a
 *       cursor;
 *   <li>of the rest, 400096 for a method that does not exist, 400006 for a {@code regToken} or cursor that is over, that
 *       unknown parts to include are passed over, and HMAC-SHA-1 behind {@code pbkdf2}.
 * </ul>
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class GigyaSimulator extends Simulator<GigyaOperation> {

    private final GigyaService site;

    private GigyaSimulator(Clock clock, GigyaService site) {
        super(GigyaOperation.class, clock, (method, path) -> GigyaOperation.of(path), site::answer);
        this.site = site;
    }

    /** {@return an empty site that runs, by the machine's clock and with made-up keys} */
    public static GigyaSimulator start() {
        return builder().start();
    }

    /** {@return a builder, for another clock or other keys} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the site's API key} */
    public String apiKey() {
        return site.key().apiKey();
    }

    /** {@return the user key, which is also the {@code kid} of bearer tokens} */
    public String userKey() {
        return site.key().userKey();
    }

    /** {@return the user key's secret, in Base64, that is or, if the key has been revoked, was valid} */
    public String secret() {
        return site.key().secret();
    }

    /**
     * Accepts bearer tokens that this key's other half has signed, beside the secret, and no others.
     *
     * @param key an RSA key
     */
    public void registerPublicKey(PublicKey key) {
        site.key().publicKey(Objects.requireNonNull(key, "key"));
    }

    /** {@return a new secret; from now on the only valid one, and a revoked key is valid again} */
    public String rotateSecret() {
        return site.key().rotate();
    }

    /** Revokes the user key: calls that send it, in whatever way, are answered with 403005. */
    public void revoke() {
        site.key().revoke();
    }

    /**
     * Answers every call with 301001.
     *
     * @param domain where the site really is, for example {@code eu1.gigya.com}
     */
    public void wrongDataCenter(String domain) {
        site.otherDataCenter(Objects.requireNonNull(domain, "domain"));
    }

    /** Takes {@link #wrongDataCenter} back. */
    public void rightDataCenter() {
        site.otherDataCenter(null);
    }

    /**
     * Refuses an operation to the key, with 403007.
     *
     * @param operation the operation
     */
    public void denyRights(GigyaOperation operation) {
        site.denied().add(operation);
    }

    /**
     * Takes {@link #denyRights} back.
     *
     * @param operation the operation
     */
    public void grantRights(GigyaOperation operation) {
        site.denied().remove(operation);
    }

    /**
     * Answers the next calls, if their credentials are right, with an error and does nothing else: 403048 for a limit,
     * 409030 for too many calls about one person, 500001, 503001 and so on.
     *
     * @param operation the operation
     * @param errorCode any code but 0
     * @param times how many calls
     */
    public void answerNext(GigyaOperation operation, int errorCode, int times) {
        if (errorCode == 0) {
            throw new IllegalArgumentException("errorCode must not be 0: success cannot be forced");
        }
        site.forced().add(operation, errorCode, times);
    }

    /**
     * Adds a person.
     *
     * @param person the person
     * @return the person as added, with times
     * @throws IllegalArgumentException if the UID, or a login id without regard to case, is taken
     */
    public GigyaPerson add(GigyaPerson person) {
        return site.directory().add(person);
    }

    /**
     * Changes a person while the site runs.
     *
     * @param uid the person's UID
     * @param change sets what is new on a builder that holds all that is
     * @return the person as changed
     * @throws IllegalArgumentException if nobody who was added has this UID, or the change is to a UID or to a login id
     *     that is taken
     */
    public GigyaPerson change(String uid, Consumer<GigyaPerson.Builder> change) {
        return site.directory().change(uid, change);
    }

    /**
     * Removes a person.
     *
     * @param uid the person's UID
     * @throws IllegalArgumentException if nobody who was added has this UID
     */
    public void remove(String uid) {
        site.directory().remove(uid);
        site.index().changed(uid, null);
    }

    /**
     * Reads a person as they are now, for example to see that they are locked out.
     *
     * @param uid the person's UID
     * @return the person
     * @throws IllegalArgumentException if nobody has this UID
     */
    public GigyaPerson person(String uid) {
        GigyaPerson person = site.directory()
                .byUid(uid)
                .orElseThrow(() -> new IllegalArgumentException("UID must be one of this site's, but is " + uid));
        return site.guard()
                .lockedUntil(person)
                .map(end -> person.toBuilder().lockedUntil(end).build())
                .orElse(person);
    }

    /**
     * Adds a lite account: an address, not a person. It has a token and a profile with the address, no UID and no
     * password, and only search can find it, with {@code accountTypes}.
     *
     * @param email the address, which anybody else may have, too
     * @return the token
     */
    public String addLite(String email) {
        String token = GigyaIds.token();
        site.index().changed(token, SearchRow.lite(token, email));
        return token;
    }

    /**
     * Lets the site know so many more people, who are made up when they are asked for and are never stored. Person
     * <i>i</i>, from 0, has the login address {@code person-<i>@crowd.example.com}, verified, and the password
     * {@code crowd-<i>}. Search tells them after everybody else and without lag; nothing changes them.
     *
     * @param count how many; 0, the default, for none
     */
    public void crowd(int count) {
        site.crowd().size(notBelow(0, count, "count"));
    }

    /**
     * Sets after how many wrong passwords in a row an account is locked for five minutes: 403120, the right password
     * included; by default 5.
     *
     * @param wrongPasswords how many; at least 1
     */
    public void lockoutAfter(int wrongPasswords) {
        site.guard().lockoutAfter(notBelow(1, wrongPasswords, "wrongPasswords"));
    }

    /**
     * Sets after how many wrong passwords in a row an account is asked for a captcha: 401020, the right password
     * included, until {@link #unlock}; by default never.
     *
     * @param wrongPasswords how many; at least 1
     */
    public void captchaAfter(int wrongPasswords) {
        site.guard().captchaAfter(notBelow(1, wrongPasswords, "wrongPasswords"));
    }

    /**
     * Locks the caller's address out, which answers everybody's sign-ins with 403120 and shows on no account.
     *
     * @param locked whether it is locked out; by default not
     */
    public void lockAddress(boolean locked) {
        site.guard().lockAddress(locked);
    }

    /**
     * Ends a person's lockout and forgets the wrong passwords so far.
     *
     * @param uid the person's UID
     */
    public void unlock(String uid) {
        site.guard().forget(uid);
        if (person(uid).lockedUntil().isPresent()) {
            change(uid, person -> person.lockedUntil(null));
        }
    }

    /**
     * Answers every sign-in with this login id in one way, whatever the password and whether or not somebody has it.
     *
     * @param loginId the login id, in any case
     * @param errorCode any code
     * @param extra more members of the answer, for example {@code regToken}
     */
    public void answerLogin(String loginId, int errorCode, Map<String, ?> extra) {
        site.login().script(loginId, errorCode, extra);
    }

    /**
     * Takes {@link #answerLogin} back.
     *
     * @param loginId the login id
     */
    public void answerLoginNormally(String loginId) {
        site.login().unscript(loginId);
    }

    /**
     * Sets what sign-ins tell that end in 206xxx; by default {@link GigyaPartialLogin#WHOLE}.
     *
     * @param told what they tell
     */
    public void partialLogins(GigyaPartialLogin told) {
        site.loginAnswers().partial(Objects.requireNonNull(told, "told"));
    }

    /** {@return how many sessions sign-ins have opened} */
    public int sessions() {
        return site.loginAnswers().sessions().opened();
    }

    /**
     * Sets what the key may read of passwords; by default {@link GigyaPasswordView#CREATED_ONLY}.
     *
     * @param view what it may read
     */
    public void showPasswords(GigyaPasswordView view) {
        site.accounts().showPasswords(Objects.requireNonNull(view, "view"));
    }

    /**
     * Sets whether the site's contract has {@code accounts.identifiers.find}; if not, it is answered with 400096.
     *
     * @param available whether it has; by default it does
     */
    public void identifiersFind(boolean available) {
        site.accounts().findAvailable(available);
    }

    /**
     * Lets search see what changes from now on only later, by the simulator's clock; ends {@link #holdIndex()}.
     *
     * @param lag how much later; zero, the default, for at once
     */
    public void searchLag(Duration lag) {
        site.index().lag(lag);
    }

    /** Lets search see nothing of what changes from now on, until {@link #indexNow()}. */
    public void holdIndex() {
        site.index().hold();
    }

    /** Lets search see everything that has changed until now. */
    public void indexNow() {
        site.index().indexNow();
    }

    /**
     * Sets whether addresses and user names are encrypted in the index. If not, {@code CONTAINS} finds any value that has
     * the wanted words in it.
     *
     * @param on whether they are; by default they are
     */
    public void encryptedSearch(boolean on) {
        site.search().encryption(on);
    }

    /**
     * Sets how many results a batch of a cursor has at most, even if the query's {@code LIMIT} is larger; by default
     * 1,000.
     *
     * @param size how many; at least 1
     */
    public void batchSize(int size) {
        site.search().batchSize(notBelow(1, size, "size"));
    }

    /**
     * Sets whether an empty batch, with a cursor to go on, comes between any two batches of a cursor.
     *
     * @param on whether it does; by default not
     */
    public void emptyBatches(boolean on) {
        site.search().emptyBatches(on);
    }

    private static int notBelow(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but is " + value);
        }
        return value;
    }

    /**
     * Settings of a site before it starts. Not thread-safe.
     *
     * @since 0.1.0
     */
    public static final class Builder {

        private Clock clock = Clock.systemUTC();
        private String apiKey = GigyaIds.apiKey();
        private String userKey = GigyaIds.userKey();
        private String secret = GigyaIds.secret();

        private Builder() {}

        /**
         * Sets the clock of all that the site tells or measures; by default the machine's. Delays of faults go by the
         * machine's clock in any case.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets the site's API key; by default it is made up.
         *
         * @param apiKey the key
         * @return this
         */
        public Builder apiKey(String apiKey) {
            this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
            return this;
        }

        /**
         * Sets the user key; by default it is made up.
         *
         * @param userKey the key
         * @return this
         */
        public Builder userKey(String userKey) {
            this.userKey = Objects.requireNonNull(userKey, "userKey");
            return this;
        }

        /**
         * Sets the user key's first secret; by default it is made up.
         *
         * @param secret the secret, in Base64
         * @return this
         * @throws IllegalArgumentException if it is empty or not Base64
         */
        public Builder secret(String secret) {
            if (Base64.getDecoder().decode(secret).length == 0) {
                throw new IllegalArgumentException("secret must not be empty");
            }
            this.secret = secret;
            return this;
        }

        /** {@return the site, running} */
        public GigyaSimulator start() {
            return new GigyaSimulator(clock, new GigyaService(clock, new ServerKey(clock, apiKey, userKey, secret)));
        }
    }
}
