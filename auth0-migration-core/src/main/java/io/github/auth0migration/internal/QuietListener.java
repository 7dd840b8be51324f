package io.github.auth0migration.internal;

import io.github.auth0migration.MigrationEvent;
import io.github.auth0migration.MigrationListener;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Swallows what a listener throws: nobody fails to sign in because of a metric. */
public final class QuietListener implements MigrationListener {

    private static final Logger LOG = LoggerFactory.getLogger(QuietListener.class);

    private final MigrationListener listener;

    public QuietListener(MigrationListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    @Override
    public void onEvent(MigrationEvent event) {
        LOG.atDebug()
                .addKeyValue("source", event.source())
                .addKeyValue("correlationId", event.correlationId())
                .addKeyValue("millis", event.duration().toMillis())
                .addKeyValue("outcome", event.ending().outcome())
                .addKeyValue("reason", event.ending().reason())
                .log(event.getClass().getSimpleName());
        try {
            listener.onEvent(event);
        } catch (Exception e) {
            LOG.atDebug().addKeyValue("exception", e.getClass().getName()).log("A MigrationListener threw");
        }
    }
}
