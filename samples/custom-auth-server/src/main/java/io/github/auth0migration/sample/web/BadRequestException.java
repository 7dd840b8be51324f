package io.github.auth0migration.sample.web;

/** A request that no browser sends from our pages; ends in a short answer with this status. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
