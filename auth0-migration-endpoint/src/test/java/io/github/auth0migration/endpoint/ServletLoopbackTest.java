package io.github.auth0migration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers tell the local address as text. */
class ServletLoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.255.0.9", "::1", "0:0:0:0:0:0:0:1", "[::1]"})
    void theseAreThisMachine(String address) throws Exception {
        assertThat(isLoopback(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource // what the JDK takes for loopback
    @ValueSource(
            strings = {"", " ", "192.0.2.1", "0.0.0.0", "2001:db8::1", "::", "localhost", "127.0.0.1.example.com", "1:x"
            })
    void theseAreNot(@Nullable String address) throws Exception {
        assertThat(isLoopback(address)).isFalse();
    }

    private static boolean isLoopback(@Nullable String address) throws Exception {
        AtomicBoolean loopback = new AtomicBoolean();
        MigrationServlet servlet = new MigrationServlet(request -> {
            loopback.set(request.isLoopback());
            return EndpointResponse.empty(404);
        });
        servlet.service(answering(HttpServletRequest.class, address), answering(HttpServletResponse.class, null));
        return loopback.get();
    }

    private static <T> T answering(Class<T> type, @Nullable String localAddress) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "getLocalAddr" -> localAddress;
                    case "getMethod" -> "HEAD";
                    default -> null;
                });
        return type.cast(proxy);
    }
}
