package io.github.auth0migration.spi;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logging that the JDK's client brings along. It is off unless one of these system properties is set, whatever the
 * level of its logger; when on, it prints the headers, {@code Authorization} among them.
 */
final class JdkHttpLogging {

    private static final Logger LOG = LoggerFactory.getLogger(JdkHttpLogging.class);
    private static final List<String> SWITCHES =
            List.of("jdk.httpclient.HttpClient.log", "jdk.internal.httpclient.debug");
    private static final AtomicBoolean WARNED = new AtomicBoolean();

    private JdkHttpLogging() {}

    static void warnOnce(Properties system) {
        for (String name : SWITCHES) {
            String value = system.getProperty(name, "");
            if (!value.isBlank() && !value.equalsIgnoreCase("false") && WARNED.compareAndSet(false, true)) {
                LOG.atWarn()
                        .addKeyValue("property", name)
                        .log("the JDK logs HTTP headers, with tokens and API keys: remove the system property");
            }
        }
    }
}
