package io.github.auth0migration.endpoint;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint in a container of Jakarta Servlet 6, mounted at a path of its own, such as {@code /auth0/*}.
 *
 * <p>Needs {@code jakarta.servlet-api}, which the container brings. Each call blocks one of the container's threads, or a
 * virtual one. How slowly a request may arrive is the container's affair: set its idle time-out to about 10 seconds. A proxy's
 * word about the connection ({@code X-Forwarded-Proto}) is the endpoint's affair, see {@link PlainHttp}: where the container
 * itself evaluates such headers, it must do so for its own proxies only.
 *
 * <p>Thread-safe. Not serializable, though servlets are in name.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial") // no container writes servlets out
public final class MigrationServlet extends HttpServlet {

    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[?[0-9A-Fa-f]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9_.-]+)?]?");

    private final transient Endpoint endpoint;

    /**
     * A servlet.
     *
     * @param endpoint what answers
     */
    public MigrationServlet(Endpoint endpoint) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    }

    /** All methods: HttpServlet's own OPTIONS and TRACE would answer without asking who calls, and with the headers. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Request asked = new Request(request);
        EndpointResponse answer = endpoint.handle(asked);
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (asked.leavesBody()) {
            // Containers then hang up, and whoever is not told sends the next call into a closed connection.
            response.setHeader("Connection", "close");
        }
        byte[] body = answer.body();
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    private static final class Request implements EndpointRequest {

        private final HttpServletRequest servlet;
        private @Nullable ServletInputStream body;

        Request(HttpServletRequest servlet) {
            this.servlet = servlet;
        }

        /** Whether a body came that was not read to its end, as those of callers who are not let in. */
        boolean leavesBody() {
            boolean hasBody =
                    servlet.getHeader("Content-Length") != null || servlet.getHeader("Transfer-Encoding") != null;
            return hasBody && servlet.getProtocol().startsWith("HTTP/1.") && (body == null || !body.isFinished());
        }

        @Override
        public String method() {
            return servlet.getMethod();
        }

        /**
         * As it came. The container chose this servlet by a path that it had decoded and cleaned of parameters; the endpoint
         * takes only what is spelt as it should be.
         */
        @Override
        public String path() {
            String path = servlet.getRequestURI();
            String mount = servlet.getContextPath() + servlet.getServletPath();
            return path.startsWith(mount) ? path.substring(mount.length()) : "";
        }

        @Override
        public List<String> headers(String name) {
            return Collections.list(servlet.getHeaders(name));
        }

        @Override
        public InputStream body() throws IOException {
            ServletInputStream stream = servlet.getInputStream();
            body = stream;
            return stream;
        }

        @Override
        public boolean isTls() {
            return servlet.isSecure();
        }

        @Override
        public boolean isLoopback() {
            return isLoopback(servlet.getLocalAddr());
        }

        /** Of an address and nothing else: for nothing at all the JDK answers loopback, and names it looks up. */
        private static boolean isLoopback(@Nullable String address) {
            try {
                return address != null
                        && ADDRESS.matcher(address).matches()
                        && InetAddress.getByName(address).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return false;
            }
        }
    }
}
