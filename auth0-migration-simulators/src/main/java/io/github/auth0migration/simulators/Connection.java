package io.github.auth0migration.simulators;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** One connection of a client, kept alive: a request, its answer, the next request. */
final class Connection {

    private final Socket socket;
    private final HttpWire.Handler handler;
    private final BufferedInputStream in;
    private final OutputStream out;

    Connection(Socket socket, HttpWire.Handler handler) throws IOException {
        socket.setTcpNoDelay(true);
        this.socket = socket;
        this.handler = handler;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Serves until the client leaves or a fault ends the connection; the caller closes the socket. */
    void serve() throws IOException {
        RequestReader reader = new RequestReader(in, out);
        for (RawRequest request = reader.read(); request != null; request = reader.read()) {
            boolean goesOn = deliver(handler.handle(request));
            if (!goesOn || request.asksToClose()) {
                return;
            }
        }
    }

    /** Returns whether the connection can go on. */
    private boolean deliver(HttpWire.Answer answer) throws IOException {
        byte[] body = answer.reply().body();
        Duration pause = answer.fault().pause();
        switch (answer.fault().delivery()) {
            case WHOLE -> {
                if (!clientLeavesWithin(pause)) {
                    send(answer, body.length, body);
                    return true;
                }
            }
            case DRIP -> {
                send(answer, body.length, new byte[0]);
                return drip(body, pause);
            }
            case CUT -> send(answer, body.length + 1, Arrays.copyOf(body, body.length / 2));
            case STALL_BODY -> {
                send(answer, body.length + 1, new byte[0]);
                staySilent();
            }
            case STALL -> staySilent();
            // With this, close() sends RST instead of FIN.
            case RESET -> socket.setSoLinger(true, 0);
        }
        return false;
    }

    private void send(HttpWire.Answer answer, int promised, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.reply().status() + " \r\n");
        for (Reply.Header header : answer.reply().headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (!answer.reply().has("Date")) {
            head.append("Date: ").append(answer.date()).append("\r\n");
        }
        head.append("Content-Length: ").append(promised).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private boolean drip(byte[] body, Duration between) throws IOException {
        for (byte next : body) {
            if (clientLeavesWithin(between)) {
                return false;
            }
            out.write(next);
            out.flush();
        }
        return true;
    }

    /** Until the client leaves, or the simulator is closed, which closes the socket. */
    private void staySilent() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** Waits; ends at once when the client closes, so that no thread outlives its client, or when the server does. */
    private boolean clientLeavesWithin(Duration pause) throws IOException {
        if (pause.isZero()) {
            return false;
        }
        socket.setSoTimeout(Math.toIntExact(Math.max(1, pause.toMillis())));
        in.mark(1);
        try {
            boolean left = in.read() < 0;
            if (!left) {
                in.reset();
            }
            return left;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(0);
        }
    }
}
