package io.github.auth0migration.sample.demo;

import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.settings.OktaOrg;
import io.github.auth0migration.simulators.okta.LockoutVisibility;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A simulated Okta org in this process, with one person for each interesting state. */
final class DemoOrg implements AutoCloseable {

    private final OktaSimulator okta = OktaSimulator.start();
    private final List<DemoPerson> people = new ArrayList<>();

    private DemoOrg() {}

    static DemoOrg start() {
        DemoOrg org = new DemoOrg();
        org.okta.showLockoutFailures(LockoutVisibility.SHOWN);
        org.addPeopleWhoComeIn();
        org.addPeopleWhoDoNot();
        return org;
    }

    private void addPeopleWhoComeIn() {
        add("Ada", "Winter", UnaryOperator.identity(), "Comes in, and moves here with the same password.");
        add(
                "Grace",
                "Tanaka",
                grace -> grace.login("ghopper@corp.example.com"),
                "Comes in too: her address is not her Okta login.");
    }

    private void addPeopleWhoDoNot() {
        add(
                "Otto",
                "Moreau",
                otto -> otto.factor("token:software:totp"),
                "Has a second factor; reads like a wrong password.");
        add("Enid", "Sato", OktaPerson.Builder::mustEnrollFactor, "Must enrol a second factor first, and is told so.");
        add("Paul", "Novak", OktaPerson.Builder::passwordExpired, "Is told that his password has expired.");
        add("Lena", "Okafor", lena -> lena.status("LOCKED_OUT"), "Is locked out; reads like a wrong password.");
        add("Stan", "Silva", stan -> stan.status("SUSPENDED"), "Is suspended; reads like a wrong password.");
        add("Olga", "Berg", UnaryOperator.identity(), "Okta is down whenever she comes.");
        okta.answerAuthn("olga@example.com", 503, Map.of());
    }

    private void add(String firstName, String lastName, UnaryOperator<OktaPerson.Builder> state, String story) {
        DemoPerson person = new DemoPerson(Platform.OKTA, firstName, lastName, story);
        OktaPerson.Builder builder = OktaPerson.builder(person.email())
                .id(person.id())
                .firstName(firstName)
                .lastName(lastName)
                .password(person.password());
        okta.add(state.apply(builder).build());
        people.add(person);
    }

    OktaSimulator simulator() {
        return okta;
    }

    OktaOrg settings() {
        return new OktaOrg(okta.url(), okta.apiToken(), null, null);
    }

    List<DemoPerson> people() {
        return List.copyOf(people);
    }

    @Override
    public void close() {
        okta.close();
    }
}
