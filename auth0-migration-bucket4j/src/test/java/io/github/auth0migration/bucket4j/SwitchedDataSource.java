package io.github.auth0migration.bucket4j;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections that can be had, or cannot, as a test says; counts who asks. */
final class SwitchedDataSource {

    private final DataSource real;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Exception failure;
    private volatile @Nullable Connection kept;

    SwitchedDataSource(DataSource real) {
        this.real = real;
    }

    void fail(Exception with) {
        failure = with;
    }

    void fail() {
        fail(new SQLException("Connection to db.example.com refused", "08001"));
    }

    /** This one, and always this one. */
    void give(Connection connection) {
        kept = connection;
    }

    void recover() {
        failure = null;
    }

    int asked() {
        return asked.get();
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    Exception failing = failure;
                    if (failing != null) {
                        throw failing;
                    }
                    Connection given = kept;
                    if (given != null) {
                        return unclosed(given);
                    }
                    return call(real, method, arguments);
                });
    }

    private static Object unclosed(Connection connection) {
        return Proxy.newProxyInstance(
                SwitchedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : call(connection, method, arguments));
    }

    private static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
