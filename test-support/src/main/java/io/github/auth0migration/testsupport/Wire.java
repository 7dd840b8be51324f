package io.github.auth0migration.testsupport;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection, seen from the server. */
public final class Wire implements AutoCloseable {

    private final Socket socket;

    Wire(Socket socket) {
        this.socket = socket;
    }

    /** Writes text as Latin-1, at once. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes bytes, at once. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Waits until the client closes, at most so long; returns whether it did. */
    public boolean clientClosesWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Ends the connection with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Nullable
    String readRequest() throws IOException {
        if (socket.isClosed()) {
            return null;
        }
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return null;
            }
            request.append((char) next);
        }
        byte[] body = socket.getInputStream().readNBytes(contentLength(request.toString()));
        return request.append(new String(body, StandardCharsets.UTF_8)).toString();
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }
}
