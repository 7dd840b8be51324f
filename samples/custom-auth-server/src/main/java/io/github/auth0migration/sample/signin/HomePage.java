package io.github.auth0migration.sample.signin;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.sample.session.FormTokens;
import io.github.auth0migration.sample.session.Session;
import io.github.auth0migration.sample.session.SessionCookie;
import io.github.auth0migration.sample.session.SessionId;
import io.github.auth0migration.sample.session.Sessions;
import io.github.auth0migration.sample.web.Request;
import io.github.auth0migration.sample.web.Response;
import io.github.auth0migration.trickle.UserKey;
import io.github.auth0migration.trickle.UserStore;
import java.util.Optional;

/** What is at {@code /}: the profile of whoever is signed in, the form for everybody else. Thread-safe. */
final class HomePage {

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final FormTokens tokens;
    private final UserStore users;
    private final SignInPages signIn;
    private final ProfilePage profile;

    HomePage(
            Sessions sessions,
            SessionCookie cookie,
            FormTokens tokens,
            UserStore users,
            SignInPages signIn,
            ProfilePage profile) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.tokens = tokens;
        this.users = users;
        this.signIn = signIn;
        this.profile = profile;
    }

    Response show(Request request) {
        Optional<SessionId> id = cookie.read(request);
        Optional<Session> session = id.flatMap(sessions::find);
        if (session.isEmpty()) {
            return signIn.show(request);
        }
        UserStore.FindResult found = users.find(UserKey.ofUserId(session.get().userId()), Deadline.standard());
        if (found instanceof UserStore.Found known) {
            return Response.html(200, profile.page(known.user(), session.get(), tokens.field(id.get())));
        }
        if (found instanceof UserStore.Unavailable) {
            return Response.message(503, "We cannot show your profile right now. Please try again in a moment.");
        }
        sessions.end(id.get());
        return signIn.show(request);
    }
}
