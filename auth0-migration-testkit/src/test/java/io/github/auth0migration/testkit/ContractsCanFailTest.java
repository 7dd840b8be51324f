package io.github.auth0migration.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.UserListing;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A contract that nothing fails is worth nothing: each mistake must be caught, by the test that is meant for it. */
class ContractsCanFailTest {

    @ParameterizedTest
    @MethodSource
    void mistakeIsCaught(UnaryOperator<MigrationSource> mistake, Set<String> byLogin, Set<String> byGetUser) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        faults.addAll(faultsOf(LoginScriptContract.class, byLogin));
        faults.addAll(faultsOf(GetUserScriptContract.class, byGetUser));
        BrokenRuns.breakWith(mistake, faults);

        assertThat(failed(BrokenRuns.Login.class)).containsAll(byLogin);
        assertThat(failed(BrokenRuns.GetUser.class)).containsAll(byGetUser);
    }

    /** The faults that tests need. Without the others, tests that nobody asks about do not wait for their deadlines. */
    private static Set<Fault> faultsOf(Class<?> contract, Set<String> tests) {
        return Needs.Tests.of(contract)
                .filter(test -> tests.contains(test.getName()))
                .flatMap(test -> Stream.of(test.getAnnotation(Needs.class).faults()))
                .collect(Collectors.toSet());
    }

    static Stream<Arguments> mistakeIsCaught() {
        return Stream.of(
                mistake(
                        "takes any answer for success",
                        Broken::takesAnyAnswerForSuccess,
                        Set.of(
                                "wrongPasswordIsRejected",
                                "passwordOfSomebodyElseIsRejected",
                                "passwordIsSentAsTyped",
                                "lockedPersonStaysOut",
                                "expiredPasswordIsRefusedOnceProved",
                                "crowdOfWrongPasswordsGetsNobodyIn"),
                        Set.of()),
                mistake(
                        "calls an outage a no",
                        Broken::callsAnOutageANo,
                        Set.of(
                                "loginAtAPlatformThatIsDown",
                                "loginAtAPlatformThatAnswersGarbage",
                                "loginAtAPlatformThatRefusesOurCredentials",
                                "wrongPasswordDuringAnOutageIsNotCalledWrong"),
                        Set.of(
                                "lookupAtAPlatformThatIsDown",
                                "lookupAtAPlatformThatLimitsRates",
                                "lookupAtAPlatformWithAnInternalError")),
                mistake(
                        "takes the first hit",
                        Broken::takesTheFirstHit,
                        Set.of("sharedEmailIsAmbiguous"),
                        Set.of("sharedEmailIsAmbiguous")),
                mistake(
                        "compares too widely",
                        Broken::comparesTooWidely,
                        Set.of("lookalikesStayOut"),
                        Set.of("lookalikesFindNobody")),
                mistake(
                        "asks twice",
                        Broken::asksTwice,
                        Set.of("loginAtAPlatformWithAnInternalError", "loginAtAPlatformThatStallsEndsAtTheDeadline"),
                        Set.of()),
                mistake(
                        "quotes the password",
                        Broken::quotesThePassword,
                        Set.of("loginAtAPlatformThatIsDown", "loginAtAPlatformWithAnInternalError"),
                        Set.of()),
                mistake(
                        "swallows interrupts",
                        Broken::swallowsInterrupts,
                        Set.of("interruptedLoginReturnsWithItsFlagSet"),
                        Set.of("interruptedLookupReturnsWithItsFlagSet")),
                mistake(
                        "draws user ids",
                        Broken::drawsUserIds,
                        Set.of("userIdHasItsPrefixAndStays"),
                        Set.of("bothScriptsMakeTheSameUser")),
                mistake(
                        "asks about anything",
                        Broken::asksAboutAnything,
                        Set.of("implausibleInputIsRejectedWithoutARequest"),
                        Set.of("implausibleInputIsNotFoundWithoutARequest")));
    }

    @ParameterizedTest
    @MethodSource
    void listingMistakeIsCaught(UnaryOperator<UserListing> mistake, Set<String> byListing) {
        BrokenRuns.breakListingWith(mistake, byListing.contains("memoryDoesNotGrowWithThePlatform") ? 200_000 : 5_000);

        Set<String> failed = failed(BrokenRuns.Listing.class);
        assertThat(failed).containsAll(byListing);
        assertThat(failed.isEmpty()).isEqualTo(byListing.isEmpty());
    }

    static Stream<Arguments> listingMistakeIsCaught() {
        return Stream.of(
                listingMistake("none at all", listing -> listing, Set.of()),
                listingMistake(
                        "ends in silence when a page fails",
                        BrokenListing::endsInSilence,
                        Set.of("failureInTheMiddleLosesNobody")),
                listingMistake(
                        "gives a page twice",
                        BrokenListing::givesPeopleTwice,
                        Set.of("everybodyIsListedOnce", "memoryDoesNotGrowWithThePlatform")),
                listingMistake(
                        "leaves the refused out",
                        BrokenListing::leavesTheRefusedOut,
                        Set.of("disabledPersonIsListedAsRefused", "unactivatedPersonIsListedAsLookedUp")),
                listingMistake(
                        "lets everybody come over",
                        BrokenListing::letsEverybodyComeOver,
                        Set.of("disabledPersonIsListedAsRefused", "unactivatedPersonIsListedAsLookedUp")),
                listingMistake(
                        "makes other users of people",
                        BrokenListing::makesOtherUsers,
                        Set.of("listedUserIsTheOneThatBothScriptsGive", "somebodyOfTheCrowdIsTheOneThatALookupGives")),
                listingMistake(
                        "collects everybody first",
                        BrokenListing::collectsEverybody,
                        Set.of("memoryDoesNotGrowWithThePlatform")),
                listingMistake(
                        "takes any cursor for the beginning",
                        BrokenListing::takesAnyCursor,
                        Set.of("cursorOfSomebodyElseIsRefusedWithoutARequest")));
    }

    private static Arguments listingMistake(String name, UnaryOperator<UserListing> breaker, Set<String> byListing) {
        return arguments(Named.of(name, breaker), byListing);
    }

    private static Arguments mistake(
            String name, UnaryOperator<MigrationSource> breaker, Set<String> byLogin, Set<String> byGetUser) {
        return arguments(Named.of(name, breaker), byLogin, byGetUser);
    }

    private static Set<String> failed(Class<?> contract) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .build(),
                        listener);
        Set<String> names = new TreeSet<>();
        listener.getSummary()
                .getFailures()
                .forEach(failure ->
                        names.add(failure.getTestIdentifier().getDisplayName().replace("()", "")));
        return names;
    }
}
