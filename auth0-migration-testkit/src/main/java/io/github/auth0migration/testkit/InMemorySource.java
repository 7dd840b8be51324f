package io.github.auth0migration.testkit;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.IdentifierPolicy;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceAccount;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.UserListing;
import io.github.auth0migration.spi.Owner;
import io.github.auth0migration.spi.ScriptBoundary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A platform in memory, for a host's own unit tests: knows a few people, and can be down.
 *
 * <pre>{@code
 * InMemorySource okta = InMemorySource.named("okta").withUserIdPrefix("okta")
 *         .person("ada@example.com", "her password")
 *         .refused("bob@example.com", "his password", Refusal.Reason.PASSWORD_EXPIRED);
 * }</pre>
 *
 * <p>It keeps the contracts of every source: {@link LoginScriptContract}, {@link GetUserScriptContract} and
 * {@link UserListingContract}. People get
 * the ids 1, 2, 3 … in the order in which they were added. Mutable and thread-safe: a test may add people and cause
 * outages while calls are in flight.
 *
 * @since 0.1.0
 */
public final class InMemorySource implements MigrationSource, UserListing {

    private final List<InMemoryPerson> people = new CopyOnWriteArrayList<>();
    private final AtomicInteger loginCalls = new AtomicInteger();
    private final AtomicInteger lookupCalls = new AtomicInteger();
    private volatile SourceDescription description;
    private volatile Outage outage = Outage.NONE;
    private volatile InMemoryCrowd crowd = InMemoryCrowd.NONE;
    private volatile Consumer<LoginRequest> beforeAnswer = request -> {};

    private InMemorySource(String name) {
        this.description = SourceDescription.live(name, name);
    }

    /**
     * A platform where nobody is yet.
     *
     * @param name its name in events and logs, also taken for the platform's
     * @return the source
     */
    public static InMemorySource named(String name) {
        return new InMemorySource(name);
    }

    /**
     * Gives all user ids a prefix and a {@code |}. Without it a user id is the person's number alone.
     *
     * @param prefix the prefix, without the {@code |}
     * @return this source
     * @throws IllegalStateException if people were added already: their user ids would change
     */
    public InMemorySource withUserIdPrefix(String prefix) {
        if (!people.isEmpty()) {
            throw new IllegalStateException("withUserIdPrefix comes before the first person: user ids never change");
        }
        description = description.withUserIdPrefix(prefix);
        return this;
    }

    /**
     * Adds a person with a verified address.
     *
     * @param email the address
     * @param password the password
     * @return this source
     */
    public InMemorySource person(String email, String password) {
        return person(email, password, user -> {});
    }

    /**
     * Adds a person.
     *
     * @param email the address, verified unless {@code profile} says otherwise
     * @param password the password
     * @param profile sets what else there is to know: username, names, metadata
     * @return this source
     * @throws io.github.auth0migration.InvalidUserException if Auth0 would not take the user id or the address
     */
    public InMemorySource person(String email, String password, Consumer<MigratedUser.Builder> profile) {
        return add(email, profile, user -> InMemoryPerson.active(user, password));
    }

    /**
     * Adds a person who may not come in although the password is right: the refusal has its password proved.
     *
     * @param email the address
     * @param password the password
     * @param reason what stands in the way
     * @return this source
     */
    public InMemorySource refused(String email, String password, Refusal.Reason reason) {
        return add(email, user -> {}, user -> InMemoryPerson.refused(user, password, reason));
    }

    /**
     * Adds a person who may not come in, and of whom the platform checks no password: whatever is typed, the refusal has
     * its password not proved.
     *
     * @param email the address
     * @param reason what stands in the way
     * @return this source
     */
    public InMemorySource refusedUnproved(String email, Refusal.Reason reason) {
        return add(email, user -> {}, user -> InMemoryPerson.refusedUnproved(user, reason));
    }

    /**
     * Gives everybody with an address a further login. One shaped like an address is refused as
     * {@link Refusal.Reason#IDENTITY_MISMATCH}, for it is not the address by which the target would know the person.
     *
     * @param email the address
     * @param login the further login
     * @return this source
     */
    public InMemorySource alsoKnownAs(String email, String login) {
        people.replaceAll(person -> person.hasEmail(email) ? person.withLogin(login) : person);
        return this;
    }

    /**
     * Adds many people who are made up from their number as they are asked for, and take no memory: the first has the
     * address {@code person-0@crowd.example.com} and the password {@code crowd-0}.
     *
     * @param count how many, instead of those of an earlier call
     * @return this source
     */
    public InMemorySource crowd(int count) {
        crowd = new InMemoryCrowd(description, count);
        return this;
    }

    private synchronized InMemorySource add(
            String email, Consumer<MigratedUser.Builder> profile, Function<MigratedUser, InMemoryPerson> person) {
        String id = String.valueOf(people.size() + 1);
        String userId = description.userId(id);
        MigratedUser.Builder user = MigratedUser.builder(userId, new SourceAccount(description.platform(), id, null))
                .email(email, true);
        profile.accept(user);
        people.add(person.apply(user.build()));
        return this;
    }

    /**
     * Begins an outage: every call is answered at once with {@code Unavailable} of this kind.
     *
     * @param kind how the platform fails
     * @return this source
     */
    public InMemorySource down(Failure.Kind kind) {
        outage = Outage.answering(kind);
        return this;
    }

    /**
     * Begins an outage in which nothing answers: a call ends with {@link Failure.Kind#TIMEOUT} at its deadline, by the
     * deadline's own clock, or with {@link Failure.Kind#INTERRUPTED}.
     *
     * @return this source
     */
    public InMemorySource stalled() {
        outage = Outage.STALL;
        return this;
    }

    /**
     * Ends any outage.
     *
     * @return this source
     */
    public InMemorySource up() {
        outage = Outage.NONE;
        return this;
    }

    /**
     * Sets what every login runs before it is answered: a test may hold it there, count, or change the world meanwhile.
     *
     * @param hook what to run, in the thread of the call; what it throws becomes {@link Failure.Kind#INTERNAL}
     * @return this source
     */
    public InMemorySource beforeAnswer(Consumer<LoginRequest> hook) {
        beforeAnswer = Objects.requireNonNull(hook, "hook");
        return this;
    }

    /** {@return how many logins the platform has seen, answered or not; input refused locally does not count} */
    public int loginCalls() {
        return loginCalls.get();
    }

    /** {@return how many look-ups the platform has seen, answered or not; input refused locally does not count} */
    public int lookupCalls() {
        return lookupCalls.get();
    }

    @Override
    public SourceDescription description() {
        return description;
    }

    @Override
    public CheckReport check() {
        return outage.report();
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return ScriptBoundary.login(request, () -> {
            loginCalls.incrementAndGet();
            beforeAnswer.accept(request);
            outage.pass(request.deadline());
            return owner(request.identifier())
                    .login(person -> person.login(request.password()), LoginOutcome.Cause.UNKNOWN_USER);
        });
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return ScriptBoundary.lookup(request, () -> {
            lookupCalls.incrementAndGet();
            outage.pass(request.deadline());
            Owner<InMemoryPerson> owner =
                    request.identifier().map(this::owner).orElseGet(() -> withUserId(request.userId()));
            return owner.lookup(InMemoryPerson::lookup, LookupOutcome.Evidence.EXACT);
        });
    }

    @Override
    public Stream<SourceUser> users(ListingCursor from) {
        return InMemoryListing.stream(from, () -> outage, people, crowd);
    }

    private Owner<InMemoryPerson> owner(Identifier typed) {
        List<InMemoryPerson> candidates = new ArrayList<>(people);
        crowd.withEmail(typed).ifPresent(candidates::add);
        return Owner.among(candidates, InMemoryPerson::owned, typed, IdentifierPolicy.AUTH0);
    }

    private Owner<InMemoryPerson> withUserId(Optional<String> userId) {
        return people.stream()
                .filter(person -> Optional.of(person.user().userId()).equals(userId))
                .findFirst()
                .or(() -> userId.flatMap(crowd::withUserId))
                .<Owner<InMemoryPerson>>map(Owner.One::new)
                .orElseGet(Owner.None::new);
    }
}
