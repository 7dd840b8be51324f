-- Each script may run again after a crash half-way, so each statement must bear that.
-- A deleted person's row stays as a tombstone: it keeps user id and names taken, and nobody migrates back to life.
CREATE TABLE IF NOT EXISTS people (
    user_id VARCHAR(255) PRIMARY KEY,
    email VARCHAR(320),
    profile VARCHAR(100000) NOT NULL,
    password_hash VARCHAR(255),
    deleted_at TIMESTAMP WITH TIME ZONE
);

-- What a person can type to sign in: e-mail and username, folded for comparing. One name, one person.
CREATE TABLE IF NOT EXISTS names (
    name VARCHAR(320) PRIMARY KEY,
    user_id VARCHAR(255) NOT NULL REFERENCES people (user_id)
);
