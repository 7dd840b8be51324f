package io.github.auth0migration.simulators.stormpath;

/** A request that is refused, on its way to where the answer is written. Has no stack trace, for it is no failure. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    RefusedException(int status, int code, String text) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** With the status as its code. */
    static RefusedException generic(int status, String text) {
        return new RefusedException(status, status, text);
    }

    static RefusedException noSuchResource() {
        return generic(404, "There is no such resource.");
    }

    /** A compatible server has no code for what is wrong with a request. */
    static RefusedException badRequest(StormpathDialect dialect, int code, String text) {
        return new RefusedException(400, dialect.isCompatible() ? 400 : code, text);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
