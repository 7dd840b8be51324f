package io.github.auth0migration.sample.demo;

import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.settings.GigyaSite;
import io.github.auth0migration.simulators.gigya.GigyaPerson;
import io.github.auth0migration.simulators.gigya.GigyaSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A simulated Gigya site in this process, with one person for each interesting state. */
final class DemoSite implements AutoCloseable {

    private static final int SECOND_FACTOR_DUE = 403_101;

    private final GigyaSimulator gigya = GigyaSimulator.start();
    private final List<DemoPerson> people = new ArrayList<>();

    private DemoSite() {}

    static DemoSite start() {
        DemoSite site = new DemoSite();
        site.addPeopleWhoComeIn();
        site.addPeopleWhoDoNot();
        return site;
    }

    private void addPeopleWhoComeIn() {
        add("Nora", "Haddad", nora -> nora.profile("city", "Oslo"), "Comes in, with all of her profile.");
        add(
                "Orla",
                "O'Dell",
                orla -> orla.profile("lastName", "O&#39;Dell"),
                "Comes in; Gigya stores her name as O&#39;Dell.");
        add("Ivan", "Costa", ivan -> ivan.registered(false), "Comes in, though his registration is incomplete.");
    }

    private void addPeopleWhoDoNot() {
        add(
                "Ruth",
                "Ekman",
                ruth -> ruth.afterRightPassword(SECOND_FACTOR_DUE),
                "Has a second factor, and is told so.");
        add(
                "Tomas",
                "Reyes",
                tomas -> tomas.password("tomas-new").oldPasswords("tomas-demo"),
                "Types his former password, which is a wrong one.");
        add(
                "Yara",
                "Holm",
                yara -> yara.password(null).social("facebook", "1000001"),
                "Has a social login only; reads like a wrong password.");
    }

    private void add(String firstName, String lastName, UnaryOperator<GigyaPerson.Builder> state, String story) {
        DemoPerson person = new DemoPerson(Platform.GIGYA, firstName, lastName, story);
        GigyaPerson.Builder builder = GigyaPerson.builder(person.email())
                .uid(person.id())
                .profile("firstName", firstName)
                .profile("lastName", lastName)
                .password(person.password());
        gigya.add(state.apply(builder).build());
        people.add(person);
    }

    GigyaSimulator simulator() {
        return gigya;
    }

    GigyaSite settings() {
        return new GigyaSite(gigya.apiKey(), null, gigya.url(), gigya.userKey(), gigya.secret(), null);
    }

    List<DemoPerson> people() {
        return List.copyOf(people);
    }

    @Override
    public void close() {
        gigya.close();
    }
}
