package io.github.auth0migration.exports;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.exports.files.GigyaFiles;
import io.github.auth0migration.gigya.IncompleteRegistrationPolicy;
import io.github.auth0migration.gigya.internal.GigyaMapping;
import io.github.auth0migration.password.GigyaHashSettings;
import io.github.auth0migration.spi.ProfileMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Accounts that were taken out of Gigya (SAP Customer Data Cloud): pages of accounts.search, or what an IdentitySync
 * dataflow writes. A file, or a folder with the files of all runs; JSON arrays, wrapped ones, JSON lines, CSV, each plain
 * or gzip.
 *
 * <p>A dataflow writes only what changed since its last run: the first run must be a full extract, and every later file
 * belongs to the export too. Of several rows of one account the last change counts: by {@code lastUpdated} where the rows
 * tell it, else the later row, files being read in the order of their names. Rows without UID, lite accounts, are
 * skipped.
 *
 * <p>Second factors do not show on an account, so nobody is refused for one here.
 *
 * @see <a href="https://help.sap.com/docs/SAP_CUSTOMER_DATA_CLOUD/8b8d6fffe113457094a17701f63e3d6a">accounts.search, IdentitySync</a>
 * @since 0.1.0
 */
public final class GigyaExport extends Export {

    private GigyaExport(ExportParts parts) {
        super(parts);
    }

    /**
     * A builder; {@code index} and {@code guard} must be set.
     *
     * @param path the file, or the folder with all files and no others
     * @return the builder
     */
    public static Builder builder(Path path) {
        return new Builder(path);
    }

    /** Sets up an export. Mistakes throw at {@link #build()}, each naming setting, rule and fix. Not thread-safe. */
    public static final class Builder extends ExportBuilder<Builder> {

        private EmailVerificationPolicy emailVerification = EmailVerificationPolicy.FROM_SOURCE;
        private IncompleteRegistrationPolicy incompleteRegistration = IncompleteRegistrationPolicy.MIGRATE_WITH_CAVEAT;
        private GigyaHashSettings hashSettings = GigyaHashSettings.none();
        private @Nullable GigyaCsv csv;

        private Builder(Path path) {
            super(GigyaMapping.PLATFORM, path);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets whether addresses count as verified. Default {@link EmailVerificationPolicy#FROM_SOURCE}: those in
         * {@code emails.verified}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder emailVerification(EmailVerificationPolicy policy) {
            this.emailVerification = Objects.requireNonNull(policy, "emailVerification");
            return this;
        }

        /**
         * Sets what happens to people whose registration was never finished. Default
         * {@link IncompleteRegistrationPolicy#MIGRATE_WITH_CAVEAT}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder incompleteRegistration(IncompleteRegistrationPolicy policy) {
            this.incompleteRegistration = Objects.requireNonNull(policy, "incompleteRegistration");
            return this;
        }

        /**
         * Sets what password hashes do not tell of themselves. Default {@link GigyaHashSettings#none()}: whoever has a
         * hash that needs to be told something gets {@code Unavailable}, and {@link GigyaExport#check()} says so.
         *
         * @param settings the settings
         * @return this builder
         */
        public Builder hashSettings(GigyaHashSettings settings) {
            this.hashSettings = Objects.requireNonNull(settings, "hashSettings");
            return this;
        }

        /**
         * Sets how CSV files are written. Must be set if there are any: in a file that is read by other rules than it was
         * written by, what somebody wrote into their own profile could become a row. No default.
         *
         * @param format how
         * @return this builder
         */
        public Builder csv(GigyaCsv format) {
            this.csv = Objects.requireNonNull(format, "csv");
            return this;
        }

        /**
         * Opens the export. Builds its index if there is none, or if the files or settings that
         * matter have changed since: some tens of seconds for a million accounts. Waits while another process builds in
         * the same folder.
         *
         * @return the export
         * @throws IllegalArgumentException if a setting is missing or breaks a rule
         * @throws IOException if the files cannot be read, are no export, or the index cannot be written
         */
        public GigyaExport build() throws IOException {
            SourceDescription description = checked();
            GigyaPlatform accounts = new GigyaPlatform(
                    mapping(mapper()),
                    mapping(ProfileMapper.none()),
                    identifierPolicy(),
                    incompleteRegistration,
                    hashSettings);
            return new GigyaExport(open(GigyaFiles.open(path, csv), description, accounts));
        }

        private GigyaMapping mapping(ProfileMapper mapper) {
            return new GigyaMapping(description(), new ProfileMapping(mapper, identifierPolicy()), emailVerification);
        }
    }
}
