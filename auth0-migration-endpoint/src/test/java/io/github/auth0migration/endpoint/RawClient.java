package io.github.auth0migration.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends what no decent client sends. */
final class RawClient implements AutoCloseable {

    private final Socket socket;

    RawClient(URI server) {
        try {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setSoTimeout(20_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sendNoMore() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One head, up to its empty line; empty if the server closed. */
    String head() {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.write(next);
                String text = read.toString(StandardCharsets.UTF_8);
                if (text.endsWith("\r\n\r\n")) {
                    return text;
                }
            }
            return read.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            return read.toString(StandardCharsets.UTF_8);
        }
    }

    /** All that comes until the server closes. */
    String everything() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One head and its body; servers give the length of each. */
    String answer() {
        String head = head();
        int at = head.toLowerCase(Locale.ROOT).indexOf("content-length: ");
        if (at < 0) {
            return head;
        }
        int length = Integer.parseInt(
                head.substring(at + 16, head.indexOf("\r\n", at)).strip());
        try {
            return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
