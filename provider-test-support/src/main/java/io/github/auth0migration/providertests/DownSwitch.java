package io.github.auth0migration.providertests;

import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.HttpCall;
import io.github.auth0migration.spi.HttpReply;
import io.github.auth0migration.spi.HttpTransport;
import io.github.auth0migration.spi.JdkHttpTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** A transport that can lose its platform: while it is down, calls go where nobody listens. */
public final class DownSwitch implements HttpTransport, AutoCloseable {

    private final JdkHttpTransport transport = JdkHttpTransport.create();
    private volatile boolean down;

    public void down(boolean isDown) {
        down = isDown;
    }

    @Override
    public HttpReply send(HttpCall call) throws CallFailedException {
        return transport.send(down ? HttpCall.get(whereNobodyListens(), call.deadline()) : call);
    }

    private static URI whereNobodyListens() {
        try (ServerSocket closedSoon = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + closedSoon.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
