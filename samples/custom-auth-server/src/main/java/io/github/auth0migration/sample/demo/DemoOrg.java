package io.github.auth0migration.sample.demo;

import io.github.auth0migration.simulators.okta.LockoutVisibility;
import io.github.auth0migration.simulators.okta.OktaPerson;
import io.github.auth0migration.simulators.okta.OktaSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A simulated Okta org in this process, with one person for each interesting state. */
public final class DemoOrg implements AutoCloseable {

    private final OktaSimulator okta = OktaSimulator.start();
    private final List<DemoPerson> people = new ArrayList<>();

    private DemoOrg() {}

    /** {@return the org, running} */
    public static DemoOrg start() {
        DemoOrg org = new DemoOrg();
        org.okta.showLockoutFailures(LockoutVisibility.SHOWN);
        org.addPeopleWhoComeIn();
        org.addPeopleWhoDoNot();
        return org;
    }

    private void addPeopleWhoComeIn() {
        add(person("ada@example.com", "Ada", "Winter"), "ada-demo", "Comes in, and moves here with the same password.");
        add(
                person("grace@example.com", "Grace", "Tanaka").login("ghopper@corp.example.com"),
                "grace-demo",
                "Comes in too: her e-mail address is not her Okta login.");
    }

    private void addPeopleWhoDoNot() {
        add(
                person("otto@example.com", "Otto", "Moreau").factor("token:software:totp"),
                "otto-demo",
                "Has a second factor, which a password must not replace.");
        add(
                person("enid@example.com", "Enid", "Sato").mustEnrollFactor(),
                "enid-demo",
                "Must enrol a second factor first.");
        add(person("paul@example.com", "Paul", "Novak").passwordExpired(), "paul-demo", "His password has expired.");
        add(
                person("lena@example.com", "Lena", "Okafor").status("LOCKED_OUT"),
                "lena-demo",
                "Is locked out; reads like a wrong password.");
        add(
                person("stan@example.com", "Stan", "Silva").status("SUSPENDED"),
                "stan-demo",
                "Is suspended; reads like a wrong password.");
        add(person("olga@example.com", "Olga", "Berg"), "olga-demo", "Okta is down whenever she comes.");
        okta.answerAuthn("olga@example.com", 503, Map.of());
    }

    /** The same ids at each start: people who moved yesterday are the same people today. */
    private static OktaPerson.Builder person(String email, String firstName, String lastName) {
        return OktaPerson.builder(email)
                .id("00u" + firstName.toLowerCase(Locale.ROOT) + "0000000demo")
                .firstName(firstName)
                .lastName(lastName);
    }

    private void add(OktaPerson.Builder person, String password, String story) {
        OktaPerson added = okta.add(person.password(password).build());
        people.add(new DemoPerson(
                added.profile().get("firstName") + " " + added.profile().get("lastName"),
                String.valueOf(added.profile().get("email")),
                password,
                story));
    }

    /** {@return the simulator behind it} */
    public OktaSimulator okta() {
        return okta;
    }

    /** {@return everybody, in the order of the page} */
    public List<DemoPerson> people() {
        return List.copyOf(people);
    }

    @Override
    public void close() {
        okta.close();
    }
}
