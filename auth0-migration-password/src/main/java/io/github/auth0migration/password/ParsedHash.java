package io.github.auth0migration.password;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a hash: it is understood, or refused with a reason. A refusal is a value and no exception, for the
 * other rows of an export must go on.
 *
 * @since 0.1.0
 */
public sealed interface ParsedHash {

    /**
     * The hash is understood; passwords can be verified against it.
     *
     * @param hash what was read
     */
    record Understood(PasswordHash hash) implements ParsedHash {
        /**
         * Checks the component.
         *
         * @param hash what was read
         */
        public Understood {
            Objects.requireNonNull(hash, "hash");
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super PasswordHash, ? extends T> understood,
                Function<? super Refused, ? extends T> refused) {
            return understood.apply(hash);
        }
    }

    /**
     * No password can be verified against this hash, and it cannot be converted: what is left is a reset.
     *
     * @param reason which kind of refusal
     * @param detail a sentence for operators; it quotes nothing of the hash
     */
    record Refused(Reason reason, String detail) implements ParsedHash {
        /**
         * Checks the components.
         *
         * @param reason which kind of refusal
         * @param detail a sentence for operators
         */
        public Refused {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super PasswordHash, ? extends T> understood,
                Function<? super Refused, ? extends T> refused) {
            return refused.apply(this);
        }
    }

    /**
     * Why a hash is refused. More reasons may be added in any release: a {@code switch} over them needs a {@code default}.
     */
    enum Reason {
        /** There is no hash: the person never had a password here. */
        NO_PASSWORD,
        /** The format is known, but this is not of it: cut, corrupt, or not strictly encoded. */
        MALFORMED,
        /** Nothing that we know looks like this. */
        UNKNOWN_FORMAT,
        /** The format is known, and it cannot be verified here. */
        UNSUPPORTED,
        /** The platform does not tell how this hash is made, and no guess is good enough: it would call right passwords wrong. */
        UNCONFIRMED,
        /** The host must set what the hash itself does not tell. */
        SETTING_REQUIRED,
        /** It would take more time or memory than an attempt to sign in may cost, or it is too short to prove anything. */
        OUT_OF_BOUNDS
    }

    /**
     * Handles both ends.
     *
     * @param understood what to do with a hash that is understood
     * @param refused what to do with a refusal
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super PasswordHash, ? extends T> understood, Function<? super Refused, ? extends T> refused);
}
