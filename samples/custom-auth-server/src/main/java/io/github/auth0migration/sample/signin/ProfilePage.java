package io.github.auth0migration.sample.signin;

import io.github.auth0migration.sample.platform.Platform;
import io.github.auth0migration.sample.session.Session;
import io.github.auth0migration.sample.web.Html;
import io.github.auth0migration.sample.web.Page;
import io.github.auth0migration.sample.web.Template;
import io.github.auth0migration.trickle.StoredUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page that says it worked. Immutable and thread-safe. */
final class ProfilePage {

    private static final Template PROFILE = Template.named("profile");
    private static final Template ROW = Template.named("profile-row");

    private final String sourceNames;

    ProfilePage(String sourceNames) {
        this.sourceNames = sourceNames;
    }

    Html page(StoredUser user, Session session, Html token) {
        StoredProfile profile = new StoredProfile(user);
        String source = profile.platform().map(Platform::displayName).orElse(sourceNames);
        return Page.titled(
                "You are signed in",
                PROFILE.fill(Map.of(
                        "initial",
                        profile.initial(),
                        "greeting",
                        session.migrated() ? "Welcome, " + profile.shortName() : "Welcome back, " + profile.shortName(),
                        "story",
                        story(session, source),
                        "signIn",
                        rows(signIn(session, source)),
                        "origin",
                        rows(profile.origin()),
                        "profile",
                        rows(profile.fields()),
                        "json",
                        profile.json(),
                        "token",
                        token)));
    }

    private static List<Map.Entry<String, String>> signIn(Session session, String source) {
        List<Map.Entry<String, String>> rows = new ArrayList<>();
        rows.add(row(source + " asked", session.sourceAsked() ? "yes" : "no"));
        rows.add(row("Moved here", session.migrated() ? "just now" : "earlier"));
        if (!session.caveats().isEmpty()) {
            rows.add(row("Let pass", String.join(", ", session.caveats())));
        }
        rows.add(row("Reference", session.correlationId()));
        return rows;
    }

    private static String story(Session session, String source) {
        if (session.migrated()) {
            return "Your password was right at " + source + ", and your account has just moved here. Next time "
                    + source + " will not be asked.";
        }
        return session.sourceAsked()
                ? "You have moved here a moment ago."
                : "Your account lives here now. " + source + " was not asked this time.";
    }

    static Map.Entry<String, String> row(String label, String value) {
        return Map.entry(label, value);
    }

    private static Html rows(List<Map.Entry<String, String>> rows) {
        List<Html> parts = new ArrayList<>();
        rows.forEach(row -> parts.add(ROW.fill(Map.of("label", row.getKey(), "value", row.getValue()))));
        return Html.join(parts);
    }
}
