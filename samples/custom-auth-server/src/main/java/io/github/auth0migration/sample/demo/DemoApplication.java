package io.github.auth0migration.sample.demo;

import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.settings.StormpathApplication;
import io.github.auth0migration.simulators.stormpath.StormpathPerson;
import io.github.auth0migration.simulators.stormpath.StormpathSimulator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A simulated Stormpath application in this process, with one person for each interesting state. */
final class DemoApplication implements AutoCloseable {

    private final StormpathSimulator stormpath = StormpathSimulator.start();
    private final List<DemoPerson> people = new ArrayList<>();

    private DemoApplication() {}

    static DemoApplication start() {
        DemoApplication application = new DemoApplication();
        application.addPeople();
        return application;
    }

    private void addPeople() {
        add(
                "Ines",
                "Laurent",
                ines -> ines.emailVerificationStatus("VERIFIED"),
                "Comes in, with an address that is verified.");
        add(
                "Hugo",
                "Lind",
                hugo -> hugo.customData("plan", "gold").customData("seats", 3),
                "Comes in, and brings his custom data along.");
        add("Dora", "Marsh", dora -> dora.status("DISABLED"), "Is disabled; reads like a wrong password.");
        add("Emil", "Rossi", emil -> emil.status("UNVERIFIED"), "Never activated his account; reads like that, too.");
    }

    private void add(String firstName, String lastName, UnaryOperator<StormpathPerson.Builder> state, String story) {
        DemoPerson person = new DemoPerson(Platform.STORMPATH, firstName, lastName, story);
        StormpathPerson.Builder builder = StormpathPerson.builder(person.email())
                .id(person.id())
                .givenName(firstName)
                .surname(lastName)
                .password(person.password());
        stormpath.add(state.apply(builder).build());
        people.add(person);
    }

    StormpathSimulator simulator() {
        return stormpath;
    }

    StormpathApplication settings() {
        return new StormpathApplication(
                URI.create(stormpath.baseUrl()),
                stormpath.applicationId(),
                stormpath.apiKeyId(),
                stormpath.apiKeySecret());
    }

    List<DemoPerson> people() {
        return List.copyOf(people);
    }

    @Override
    public void close() {
        stormpath.close();
    }
}
