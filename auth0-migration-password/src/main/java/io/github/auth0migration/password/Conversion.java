package io.github.auth0migration.password;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Auth0's bulk import can be given for a hash. What carries a hash has a redacted {@code toString} and no
 * {@code equals}. Immutable and thread-safe.
 *
 * @see <a href="https://auth0.com/docs/manage-users/user-migration/bulk-user-import-database-schema-and-examples">Auth0's
 *     import schema</a>
 * @since 0.1.0
 */
public sealed interface Conversion {

    /** Goes into the field {@code custom_password_hash}. */
    final class CustomPasswordHash implements Conversion {
        private final Map<String, Object> value;

        CustomPasswordHash(Map<String, Object> value) {
            this.value = PlainCopy.of(value);
        }

        /** {@return the field's value in Auth0's own names: an unmodifiable tree of maps, texts and numbers} */
        public Map<String, Object> value() {
            return value;
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super CustomPasswordHash, ? extends T> custom,
                Function<? super PasswordHashField, ? extends T> field,
                Function<? super Impossible, ? extends T> impossible) {
            return custom.apply(this);
        }

        @Override
        public String toString() {
            return "CustomPasswordHash[redacted]";
        }
    }

    /** Goes into the field {@code password_hash}, which takes bcrypt of cost 10 only. */
    final class PasswordHashField implements Conversion {
        private final String value;

        PasswordHashField(String value) {
            this.value = value;
        }

        /** {@return the field's value} */
        public String value() {
            return value;
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super CustomPasswordHash, ? extends T> custom,
                Function<? super PasswordHashField, ? extends T> field,
                Function<? super Impossible, ? extends T> impossible) {
            return field.apply(this);
        }

        @Override
        public String toString() {
            return "PasswordHashField[redacted]";
        }
    }

    /**
     * Auth0 cannot import it.
     *
     * @param reason why not, a sentence for operators; it quotes nothing of the hash
     */
    record Impossible(String reason) implements Conversion {
        /**
         * Checks the component.
         *
         * @param reason why not
         */
        public Impossible {
            Objects.requireNonNull(reason, "reason");
        }

        /** {@return what this person can still do, a sentence for operators} */
        public String left() {
            return "Sign-in with the old password still works against the export; otherwise a reset is left.";
        }

        @Override
        public <T extends @Nullable Object> T fold(
                Function<? super CustomPasswordHash, ? extends T> custom,
                Function<? super PasswordHashField, ? extends T> field,
                Function<? super Impossible, ? extends T> impossible) {
            return impossible.apply(this);
        }
    }

    /**
     * Handles every end.
     *
     * @param custom what to do with a {@code custom_password_hash}
     * @param field what to do with a {@code password_hash}
     * @param impossible what to do when Auth0 cannot import it
     * @param <T> what the handlers return
     * @return what the handler returned
     */
    <T extends @Nullable Object> T fold(
            Function<? super CustomPasswordHash, ? extends T> custom,
            Function<? super PasswordHashField, ? extends T> field,
            Function<? super Impossible, ? extends T> impossible);
}
