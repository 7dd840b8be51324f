package io.github.auth0migration.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.auth0migration.Identifier;
import io.github.auth0migration.ListingCursor;
import io.github.auth0migration.ListingFailedException;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.MigratedUser;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.SourceUser;
import io.github.auth0migration.UserListing;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every listing keeps, whatever its platform: everybody once, the same user as the scripts give, a failed page
 * that loses nobody, and memory that does not grow with the platform. Extend it as {@link LoginScriptContract}.
 *
 * @see LoginScriptContract
 * @since 0.1.0
 */
public abstract class UserListingContract extends ScriptContract {

    /** More than a page of any platform that we know. */
    private static final int SEVERAL_PAGES = 2_500;

    private static final int MEASUREMENTS = 10;
    private static final long TOLERATED_GROWTH_BYTES = 32L * 1024 * 1024;

    /** Kinds of failure that no wait mends, so that a test need not wait. */
    private static final Set<Fault> PROMPT_FAULTS =
            EnumSet.of(Fault.DOWN, Fault.SERVER_ERROR, Fault.GARBAGE, Fault.CREDENTIALS_REFUSED);

    /** For subclasses. */
    protected UserListingContract() {}

    @Override
    protected abstract ListingFixture createFixture() throws Exception;

    /** {@return how many people the platform has while memory is measured: 1,000,000} */
    protected int crowdSize() {
        return 1_000_000;
    }

    @Test
    void everybodyIsListedOnce() {
        int before = list().size();
        known(ADA);
        known(KIM);
        fixture().crowd(SEVERAL_PAGES);

        List<SourceUser> listed = list();

        assertEquals(before + 2 + SEVERAL_PAGES, listed.size(), "people on the listing");
        assertEquals(listed.size(), ids(listed).size(), "different ids");
        assertTrue(entryOf(ADA, listed).isPresent() && entryOf(KIM, listed).isPresent(), "both are listed");
    }

    @Test
    void listedUserIsTheOneThatBothScriptsGive() {
        known(ADA);
        MigratedUser user = authenticated(ADA);

        assertEquals(user, migratable(ADA).user());
        assertEquals(user, found(ADA));
    }

    @Test
    void somebodyOfTheCrowdIsTheOneThatALookupGives() {
        fixture().crowd(SEVERAL_PAGES);
        MigratedUser listed = list().stream()
                .flatMap(entry -> user(entry).stream())
                .filter(user -> user.email().isPresent())
                .reduce((earlier, later) -> later)
                .orElseThrow();

        assertEquals(listed, found(listed.email().orElseThrow()));
        assertEquals(new LookupOutcome.Found(listed), getUserById(listed.userId()));
    }

    @Needs(Capability.DISABLES_PEOPLE)
    void disabledPersonIsListedAsRefused() {
        assertListedAsLookedUp(PersonState.DISABLED);
    }

    @Needs(Capability.UNACTIVATED_PEOPLE)
    void unactivatedPersonIsListedAsLookedUp() {
        assertListedAsLookedUp(PersonState.NOT_ACTIVATED);
    }

    @Needs(Capability.LOCKS_OUT)
    void lockedPersonIsListedAsLookedUp() {
        assertListedAsLookedUp(PersonState.LOCKED_OUT);
    }

    @Needs(Capability.SECOND_FACTORS)
    void personWithASecondFactorIsListedAsLookedUp() {
        assertListedAsLookedUp(PersonState.SECOND_FACTOR);
    }

    @Test
    void failureInTheMiddleLosesNobody() {
        known(ADA);
        fixture().crowd(SEVERAL_PAGES);
        Set<String> everybody = ids(list());

        assertAll(PROMPT_FAULTS.stream()
                .filter(platform().faults()::contains)
                .map(fault -> () -> assertResumable(fault, everybody)));
    }

    @Test
    void listingGoesOnFromAnyPage() {
        fixture().crowd(SEVERAL_PAGES);
        List<SourceUser> all = list();
        SourceUser somebody = all.get(all.size() / 2);

        Set<String> rest = ids(collect(listing().users(somebody.page())));

        assertTrue(rest.contains(somebody.id()), "the page is given again");
        assertTrue(
                rest.containsAll(ids(all.subList(all.size() / 2, all.size()))),
                "and everybody after it, in their order");
    }

    @Test
    void listingCanBeReadSeveralTimesAtOnce() {
        known(ADA);
        fixture().crowd(SEVERAL_PAGES);
        Iterator<SourceUser> one = listing().users().iterator();
        Iterator<SourceUser> other = listing().users().iterator();
        Set<String> idsOfOne = new HashSet<>();
        Set<String> idsOfOther = new HashSet<>();
        while (one.hasNext() && other.hasNext()) {
            idsOfOne.add(one.next().id());
            idsOfOther.add(other.next().id());
        }

        assertEquals(idsOfOne, idsOfOther);
        assertFalse(one.hasNext() || other.hasNext(), "both are at their end");
    }

    @Test
    void cursorOfSomebodyElseIsRefusedWithoutARequest() {
        int before = platform().requests();

        assertThrows(IllegalArgumentException.class, () -> listing().users(new ListingCursor("no cursor of ours")));
        assertEquals(before, platform().requests(), "requests that arrived");
    }

    @Test
    void memoryDoesNotGrowWithThePlatform() {
        int before = list().size();
        fixture().crowd(crowdSize());
        long listed = 0;
        long least = Long.MAX_VALUE;
        long most = 0;
        try (Stream<SourceUser> users = listing().users()) {
            for (Iterator<SourceUser> each = users.iterator(); each.hasNext(); each.next()) {
                listed++;
                if (listed % (crowdSize() / MEASUREMENTS) == 0) {
                    long used = usedMemory();
                    least = Math.min(least, used);
                    most = Math.max(most, used);
                }
            }
        }

        assertEquals(before + crowdSize(), listed, "people on the listing");
        assertTrue(
                most - least <= TOLERATED_GROWTH_BYTES, "memory in use grew from " + least + " to " + most + " bytes");
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void assertListedAsLookedUp(PersonState state) {
        known(state);

        SourceUser entry = entryOf(ADA, list()).orElseThrow(() -> new AssertionError("is not on the listing"));

        LookupOutcome lookup = getUser(ADA);
        Optional<Refusal.Reason> listed =
                entry.fold(migratable -> Optional.empty(), refused -> Optional.of(refused.reason()), unreadable -> {
                    throw new AssertionError("is unreadable: " + unreadable.failure());
                });
        Optional<Refusal.Reason> lookedUp = lookup.fold(
                found -> Optional.empty(),
                nobody -> {
                    throw new AssertionError("a look-up finds nobody");
                },
                refused -> Optional.of(refused.refusal().reason()),
                unavailable -> {
                    throw new AssertionError("a look-up is " + unavailable.failure());
                });
        assertEquals(lookedUp, listed, "what stands in the way");
    }

    private void assertResumable(Fault fault, Set<String> everybody) {
        Set<String> given = new HashSet<>();
        Iterator<SourceUser> users = listing().users().iterator();
        given.add(users.next().id());
        platform().begin(fault);
        ListingFailedException failed = assertThrows(
                ListingFailedException.class, () -> users.forEachRemaining(user -> given.add(user.id())), fault.name());
        platform().recover();
        assertEquals(fault.kind(), failed.failure().kind());
        assertFalse(given.containsAll(everybody), "the fault came too late to matter");
        assertTellsNoPassword(failed, failed.failure());

        List<SourceUser> rest = collect(listing().users(failed.resumeFrom()));

        assertTrue(rest.stream().noneMatch(user -> given.contains(user.id())), "nobody comes twice");
        given.addAll(ids(rest));
        assertEquals(everybody, given, "everybody, after " + fault);
    }

    private ListingFixture fixture() {
        return (ListingFixture) platform();
    }

    private UserListing listing() {
        return fixture().listing();
    }

    private List<SourceUser> list() {
        return collect(listing().users());
    }

    private static List<SourceUser> collect(Stream<SourceUser> users) {
        try (users) {
            List<SourceUser> listed = users.toList();
            listed.forEach(user -> assertTellsNoPassword(user));
            return listed;
        }
    }

    private static Set<String> ids(List<SourceUser> users) {
        Set<String> ids = new HashSet<>();
        users.forEach(user -> ids.add(user.id()));
        return ids;
    }

    private static Optional<MigratedUser> user(SourceUser entry) {
        return entry.fold(
                migratable -> Optional.of(migratable.user()),
                refused -> Optional.of(refused.user()),
                unreadable -> Optional.empty());
    }

    private static Optional<SourceUser> entryOf(String email, List<SourceUser> listed) {
        return listed.stream()
                .filter(entry -> user(entry)
                        .flatMap(MigratedUser::email)
                        .filter(Identifier.of(email)::matches)
                        .isPresent())
                .findFirst();
    }

    private SourceUser.Migratable migratable(String email) {
        return assertInstanceOf(
                SourceUser.Migratable.class, entryOf(email, list()).orElse(null));
    }
}
