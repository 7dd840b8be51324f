package io.github.auth0migration.simulators;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a request. There are two families, and the difference matters to a client that may want to ask
 * again:
 *
 * <ul>
 *   <li><b>On the way back</b> ({@link #delay}, {@link #reset}, {@link #cut}, {@link #stall}, {@link #stallBody},
 *       {@link #drip}, {@link #wrongMembers}, {@link #wrongMember}, {@link #missingMember}, {@link #extraHeader}): the
 *       platform has handled the request, a wrong password has counted, only its answer suffers.
 *   <li><b>Instead of an answer</b> ({@link #status}, {@link #html}, {@link #wrongType}, {@link #redirectTo},
 *       {@link #reply}): something in front of the platform answers, and the platform never sees the request.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class Fault {

    static final Fault NONE = new Fault("none", null, UnaryOperator.identity(), Delivery.WHOLE, Duration.ZERO);

    private final String name;
    private final @Nullable Reply instead;
    private final UnaryOperator<Reply> edit;
    private final Delivery delivery;
    private final Duration pause;

    private Fault(String name, @Nullable Reply instead, UnaryOperator<Reply> edit, Delivery delivery, Duration pause) {
        this.name = name;
        this.instead = instead;
        this.edit = edit;
        this.delivery = delivery;
        this.pause = pause;
    }

    /**
     * The right answer, late. By the machine's clock.
     *
     * @param delay how late; not negative
     * @return the fault
     */
    public static Fault delay(Duration delay) {
        return delivered("delay " + delay, Delivery.WHOLE, notNegative(delay));
    }

    /** {@return a TCP reset before the first byte of the answer} */
    public static Fault reset() {
        return delivered("reset", Delivery.RESET, Duration.ZERO);
    }

    /** {@return an answer whose {@code Content-Length} promises more than is sent before the connection closes} */
    public static Fault cut() {
        return delivered("cut", Delivery.CUT, Duration.ZERO);
    }

    /** {@return silence: the connection stays open and not even the status line arrives} */
    public static Fault stall() {
        return delivered("stall", Delivery.STALL, Duration.ZERO);
    }

    /** {@return the headers, then silence on an open connection} */
    public static Fault stallBody() {
        return delivered("stall body", Delivery.STALL_BODY, Duration.ZERO);
    }

    /** {@return the headers, then the body at one byte a second} */
    public static Fault drip() {
        return drip(Duration.ofSeconds(1));
    }

    /**
     * The headers, then the body byte by byte. By the machine's clock.
     *
     * @param between the pause before each byte; not negative
     * @return the fault
     */
    public static Fault drip(Duration between) {
        return delivered("drip", Delivery.DRIP, notNegative(between));
    }

    /**
     * A page of a gateway, of type {@code text/html}.
     *
     * @param status the HTTP status
     * @return the fault
     */
    public static Fault html(int status) {
        return reply(Reply.text(
                status,
                "text/html;charset=utf-8",
                "<!doctype html><html><head><title>Gateway</title></head><body><h1>Sorry</h1></body></html>"));
    }

    /**
     * JSON that is not an object: an array.
     *
     * @param status the HTTP status
     * @return the fault
     */
    public static Fault wrongType(int status) {
        return reply(Reply.text(status, "application/json", "[\"an\", \"array\"]"));
    }

    /** {@return the right answer with every member of its top object replaced by one of another type} */
    public static Fault wrongMembers() {
        return edited("wrong members", JsonEdit::allWrong);
    }

    /**
     * The right answer with one member replaced by one of another type: text becomes a number, all else a text.
     *
     * @param pointer a JSON pointer to the member, for example {@code /_embedded/user/id}
     * @return the fault
     */
    public static Fault wrongMember(String pointer) {
        return edited("wrong member", reply -> JsonEdit.wrong(reply, pointer));
    }

    /**
     * The right answer without one member.
     *
     * @param pointer a JSON pointer to the member, for example {@code /_embedded/user}
     * @return the fault
     */
    public static Fault missingMember(String pointer) {
        return edited("missing member", reply -> JsonEdit.without(reply, pointer));
    }

    /**
     * The right answer with one header more, which may repeat one that is there.
     *
     * @param name the name of the header
     * @param value its value
     * @return the fault
     */
    public static Fault extraHeader(String name, String value) {
        return edited("extra header", reply -> reply.with(name, value));
    }

    /**
     * A redirect with status 302.
     *
     * @param location where to
     * @return the fault
     */
    public static Fault redirectTo(URI location) {
        return reply(Reply.text(302, "text/plain", "").with("Location", location.toString()));
    }

    /**
     * A status with a body of type {@code application/json}, whatever the body is.
     *
     * @param status the HTTP status
     * @param body the text of the body
     * @return the fault
     */
    public static Fault status(int status, String body) {
        return reply(Reply.text(status, "application/json", body));
    }

    /**
     * Any answer.
     *
     * @param reply the answer
     * @return the fault
     */
    public static Fault reply(Reply reply) {
        return new Fault("reply " + reply.status(), reply, UnaryOperator.identity(), Delivery.WHOLE, Duration.ZERO);
    }

    private static Fault delivered(String name, Delivery delivery, Duration pause) {
        return new Fault(name, null, UnaryOperator.identity(), delivery, pause);
    }

    private static Fault edited(String name, UnaryOperator<Reply> edit) {
        return new Fault(name, null, edit, Delivery.WHOLE, Duration.ZERO);
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must not be negative, but is " + duration);
        }
        return duration;
    }

    @Nullable
    Reply instead() {
        return instead;
    }

    Reply edit(Reply reply) {
        return edit.apply(reply);
    }

    Delivery delivery() {
        return delivery;
    }

    Duration pause() {
        return pause;
    }

    @Override
    public String toString() {
        return "Fault[" + name + "]";
    }
}
