package io.github.auth0migration.testsupport;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Takes every log line of the test run at TRACE, scans it for secrets and keeps the lines of this project's loggers. */
public final class RecordingAppender extends AppenderBase<ILoggingEvent> {

    private static final RecordingAppender INSTANCE = new RecordingAppender();

    private record Line(String text, String attached) {}

    private final List<Line> ownLines = new CopyOnWriteArrayList<>();

    private RecordingAppender() {}

    static void install() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!INSTANCE.isStarted()) {
            root.detachAndStopAllAppenders();
            root.setLevel(Level.TRACE);
            INSTANCE.setContext(context);
            INSTANCE.start();
            root.addAppender(INSTANCE);
        }
    }

    /** Forgets and returns the lines that this project's own loggers wrote, as {@code LEVEL message}. */
    public static List<String> takeOwnLines() {
        return take().stream().map(Line::text).toList();
    }

    /** As {@link #takeOwnLines}, each with its keys and values and those of the thread behind it. */
    public static List<String> takeOwnLinesInFull() {
        return take().stream().map(line -> line.text + " " + line.attached).toList();
    }

    private static List<Line> take() {
        List<Line> taken = List.copyOf(INSTANCE.ownLines);
        INSTANCE.ownLines.clear();
        return taken;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String text = event.getFormattedMessage()
                + event.getKeyValuePairs()
                + event.getMDCPropertyMap()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        SecretScan.scanLog(event.getLoggerName(), text);
        if (event.getLoggerName().startsWith("io.github.auth0migration")) {
            ownLines.add(new Line(
                    event.getLevel() + " " + event.getFormattedMessage(),
                    event.getKeyValuePairs() + " " + event.getMDCPropertyMap()));
        }
    }
}
