-- One row for each key that attempts are counted under; the key is an HMAC, so that the table names nobody.
CREATE TABLE IF NOT EXISTS attempt_guard (
    id BYTEA PRIMARY KEY,
    -- A bucket of bucket4j; null when it is full.
    state BYTEA,
    -- Of an identifier: the key of the user whom it turned out to mean.
    user_id BYTEA,
    -- When the row may be removed.
    expires_at TIMESTAMPTZ NOT NULL
-- The total's row is written by every sign-in: room on its page lets PostgreSQL write it there again.
) WITH (fillfactor = 50);

CREATE INDEX IF NOT EXISTS attempt_guard_expires_at ON attempt_guard (expires_at);
