package io.github.auth0migration.sample.signin;

import io.github.auth0migration.Caveat;
import io.github.auth0migration.ClientInfo;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.sample.session.FormTokens;
import io.github.auth0migration.sample.session.SessionCookie;
import io.github.auth0migration.sample.session.SessionId;
import io.github.auth0migration.sample.session.Sessions;
import io.github.auth0migration.sample.web.Form;
import io.github.auth0migration.sample.web.Html;
import io.github.auth0migration.sample.web.Request;
import io.github.auth0migration.sample.web.Response;
import io.github.auth0migration.trickle.SignInOutcome;
import java.time.Duration;
import java.util.stream.Collectors;

/** Signs people in and out. Thread-safe. */
final class SignInPages {

    private static final String TOO_MANY = "Too many attempts. Please wait a few minutes and try again.";
    private static final String STALE = "This page was open for too long. Please try again.";

    private final GuardedSignIn signIn;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final FormTokens tokens;
    private final SignInForm form;
    private final boolean behindHttps;

    SignInPages(
            GuardedSignIn signIn,
            Sessions sessions,
            SessionCookie cookie,
            FormTokens tokens,
            SignInForm form,
            boolean behindHttps) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.tokens = tokens;
        this.form = form;
        this.behindHttps = behindHttps;
    }

    /** The empty form. */
    Response show(Request request) {
        SessionId id = cookie.readOrNew(request);
        return cookie.set(Response.html(200, form.page(id, request.query().field("demo"))), id);
    }

    /** The form came back. */
    Response signIn(Request request) {
        SessionId id = cookie.readOrNew(request);
        Form fields = request.form();
        String identifier = fields.field("identifier").strip();
        if (!tokens.isOurs(fields, id)) {
            return again(403, id, identifier, SignInForm.alert(STALE));
        }
        LoginRequest login =
                LoginRequest.of(identifier, fields.field("password")).withClient(client(request));
        return signIn.run(login, outcome -> answer(outcome, login, id), wait -> tooMany(wait, login, id));
    }

    /** Behind a proxy every connection is the proxy's: then no address is known, and none is counted. */
    private ClientInfo client(Request request) {
        ClientInfo client =
                ClientInfo.unknown().withUserAgent(request.header("User-Agent").orElse(""));
        return behindHttps ? client : client.withTrustedAddress(request.peer());
    }

    private Response answer(SignInOutcome outcome, LoginRequest login, SessionId id) {
        String identifier = login.identifier().value();
        return outcome.fold(
                in -> welcome(in, login, id),
                rejected -> again(403, id, identifier, SignInForm.alert(rejected.messageForPerson())),
                refused -> again(
                        403, id, identifier, SignInForm.alert(refused.refusal().messageForPerson())),
                unavailable -> again(
                        503,
                        id,
                        identifier,
                        SignInForm.alert(unavailable.failure().messageForPerson(), login.correlationId())));
    }

    private Response welcome(SignInOutcome.SignedIn in, LoginRequest login, SessionId before) {
        sessions.end(before);
        SessionId id = sessions.begin(
                in.user().userId(),
                in.sourceAsked(),
                in.migrated(),
                in.caveats().stream().map(Caveat::code).collect(Collectors.toUnmodifiableSet()),
                login.correlationId());
        return cookie.set(Response.seeOther("/"), id);
    }

    private Response tooMany(Duration wait, LoginRequest login, SessionId id) {
        return again(429, id, login.identifier().value(), SignInForm.alert(TOO_MANY))
                .with("Retry-After", String.valueOf(wait.toSeconds() + 1));
    }

    private Response again(int status, SessionId id, String identifier, Html alert) {
        return cookie.set(Response.html(status, form.page(id, identifier, alert)), id);
    }

    /** Ends the session, when the form is our own. */
    Response signOut(Request request) {
        SessionId id = cookie.readOrNew(request);
        if (!tokens.isOurs(request.form(), id)) {
            return Response.seeOther("/");
        }
        sessions.end(id);
        return cookie.clear(Response.seeOther("/"));
    }
}
