package io.github.auth0migration.sample.signin;

import io.github.auth0migration.sample.demo.DemoPerson;
import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.session.FormTokens;
import io.github.auth0migration.sample.session.SessionId;
import io.github.auth0migration.sample.web.Html;
import io.github.auth0migration.sample.web.Page;
import io.github.auth0migration.sample.web.Template;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The page with the form. Immutable and thread-safe. */
final class SignInForm {

    private static final Template FORM = Template.named("sign-in");
    private static final Template ALERT = Template.named("sign-in-alert");
    private static final Template REFERENCE = Template.named("sign-in-reference");
    private static final Template DEMO = Template.named("demo");
    private static final Template DEMO_PLATFORM = Template.named("demo-platform");
    private static final Template DEMO_PERSON = Template.named("demo-person");

    private final FormTokens tokens;
    private final List<DemoPerson> demoPeople;

    SignInForm(FormTokens tokens, List<DemoPerson> demoPeople) {
        this.tokens = tokens;
        this.demoPeople = demoPeople;
    }

    /** An error to show above the fields. */
    static Html alert(String sentence) {
        return ALERT.fill(Map.of("sentence", sentence, "reference", Html.EMPTY));
    }

    /** An error with the id by which operators find the attempt. */
    static Html alert(String sentence, String correlationId) {
        return ALERT.fill(
                Map.of("sentence", sentence, "reference", REFERENCE.fill(Map.of("correlationId", correlationId))));
    }

    /** The page, with the fields of a demo person filled in if the number is one of theirs. */
    Html page(SessionId id, String demoNumber) {
        for (int i = 0; i < demoPeople.size(); i++) {
            if (demoNumber.equals(String.valueOf(i + 1))) {
                return page(id, demoPeople.get(i).email(), demoPeople.get(i).password(), Html.EMPTY);
            }
        }
        return page(id, "", "", Html.EMPTY);
    }

    /** The page after an attempt that did not end well: the password has to be typed again. */
    Html page(SessionId id, String identifier, Html alert) {
        return page(id, identifier, "", alert);
    }

    private Html page(SessionId id, String identifier, String password, Html alert) {
        return Page.titled(
                "Sign in",
                FORM.fill(Map.of(
                        "token",
                        tokens.field(id),
                        "identifier",
                        identifier,
                        "password",
                        password,
                        "alert",
                        alert,
                        "focusIdentifier",
                        identifier.isEmpty() ? "autofocus" : "",
                        "focusPassword",
                        identifier.isEmpty() ? "" : "autofocus",
                        "invalid",
                        alert == Html.EMPTY ? "false" : "true",
                        "demo",
                        demo())));
    }

    private Html demo() {
        if (demoPeople.isEmpty()) {
            return Html.EMPTY;
        }
        Map<Platform, List<Html>> people = new EnumMap<>(Platform.class);
        for (int i = 0; i < demoPeople.size(); i++) {
            DemoPerson person = demoPeople.get(i);
            people.computeIfAbsent(person.platform(), none -> new ArrayList<>()).add(demo(person, i + 1));
        }
        return DEMO.fill(Map.of(
                "platforms",
                Html.join(people.entrySet().stream()
                        .map(group -> DEMO_PLATFORM.fill(Map.of(
                                "platform", group.getKey().displayName(), "people", Html.join(group.getValue()))))
                        .toList())));
    }

    private static Html demo(DemoPerson person, int number) {
        return DEMO_PERSON.fill(Map.of(
                "number", number,
                "name", person.name(),
                "email", person.email(),
                "password", person.password(),
                "story", person.story()));
    }
}
