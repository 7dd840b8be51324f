package io.github.auth0migration.sample.signin;

import io.github.auth0migration.sample.demo.DemoPerson;
import io.github.auth0migration.sample.session.FormTokens;
import io.github.auth0migration.sample.session.SessionCookie;
import io.github.auth0migration.sample.session.Sessions;
import io.github.auth0migration.sample.web.Response;
import io.github.auth0migration.sample.web.Routes;
import io.github.auth0migration.trickle.UserStore;
import java.time.InstantSource;
import java.util.List;

/** Puts the sign-in pages together. */
public final class SignInRoutes {

    private SignInRoutes() {}

    /**
     * Adds the pages.
     *
     * @param routes where to
     * @param signIn signs people in
     * @param users whom to show
     * @param sourceNames what to call the sources of people who bear no stamp
     * @param demoPeople whom to list beside the form
     * @param behindHttps whether browsers come by https
     */
    public static void addTo(
            Routes routes,
            GuardedSignIn signIn,
            UserStore users,
            String sourceNames,
            List<DemoPerson> demoPeople,
            boolean behindHttps) {
        Sessions sessions = new Sessions(InstantSource.system());
        SessionCookie cookie = new SessionCookie(behindHttps);
        FormTokens tokens = new FormTokens();
        SignInForm form = new SignInForm(tokens, demoPeople);
        SignInPages pages = new SignInPages(signIn, sessions, cookie, tokens, form, behindHttps);
        HomePage home = new HomePage(sessions, cookie, tokens, users, pages, new ProfilePage(sourceNames));
        routes.get("/", home::show)
                .post("/sign-in", pages::signIn)
                // Where a reload of a refused sign-in, or the back button, may end up.
                .get("/sign-in", request -> Response.seeOther("/"))
                .post("/sign-out", pages::signOut);
    }
}
