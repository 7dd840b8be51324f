package io.github.auth0migration.simulators;

/** How an answer travels back to the client. */
enum Delivery {
    /** As it should. */
    WHOLE,
    /** Not at all: the connection is reset. */
    RESET,
    /** The first half of the body, then the connection is closed. */
    CUT,
    /** Not at all: silence on an open connection. */
    STALL,
    /** The headers, then silence. */
    STALL_BODY,
    /** The headers, then the body byte by byte. */
    DRIP
}
