package io.github.auth0migration.sample.session;

import io.github.auth0migration.sample.web.Request;
import io.github.auth0migration.sample.web.Response;
import java.util.Optional;

/**
 * The cookie with the session id. No script can read it, and no form on another site brings it along; behind https it
 * also never travels in clear, and no neighbouring host can set it ({@code __Host-}).
 */
public final class SessionCookie {

    private final String name;
    private final String attributes;

    /**
     * The cookie of this server.
     *
     * @param behindHttps whether browsers come by https
     */
    public SessionCookie(boolean behindHttps) {
        this.name = behindHttps ? "__Host-session" : "session";
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (behindHttps ? "; Secure" : "");
    }

    /**
     * Reads the cookie.
     *
     * @param request from a browser
     * @return the id; empty if there is none of the right form
     */
    public Optional<SessionId> read(Request request) {
        return request.cookie(name).flatMap(SessionId::parse);
    }

    /**
     * Reads the cookie or makes a new id, for the form of somebody who is not signed in.
     *
     * @param request from a browser
     * @return an id
     */
    public SessionId readOrNew(Request request) {
        return read(request).orElseGet(SessionId::random);
    }

    /**
     * Sets the cookie.
     *
     * @param response to a browser
     * @param id the id
     * @return the response with the cookie
     */
    public Response set(Response response, SessionId id) {
        return response.with("Set-Cookie", name + "=" + id.value() + attributes);
    }

    /**
     * Deletes the cookie.
     *
     * @param response to a browser
     * @return the response with a cookie that is over
     */
    public Response clear(Response response) {
        return response.with("Set-Cookie", name + "=" + attributes + "; Max-Age=0");
    }
}
