package io.github.auth0migration.exports;

import io.github.auth0migration.EmailVerificationPolicy;
import io.github.auth0migration.ProfileMapper;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.exports.files.ExportFiles;
import io.github.auth0migration.exports.files.StormpathFiles;
import io.github.auth0migration.spi.ProfileMapping;
import io.github.auth0migration.stormpath.CustomData;
import io.github.auth0migration.stormpath.internal.Href;
import io.github.auth0migration.stormpath.internal.StormpathMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * The export that Stormpath gave its customers when it closed: a folder, or a zip file that needs no password, with a file
 * for each account in {@code accounts}, flat or by directory.
 *
 * <p>The whole tenant is in it. Where one address has accounts in several directories, nobody is chosen:
 * {@code AMBIGUOUS}, unless {@link Builder#directories} tells which ones count. Groups are not read.
 *
 * @see <a href="https://stormpath.com/export">Stormpath on its export</a>
 * @since 0.1.0
 */
public final class StormpathExport extends Export {

    private StormpathExport(ExportParts parts) {
        super(parts);
    }

    /**
     * A builder; {@code index} and {@code guard} must be set.
     *
     * @param path the folder or zip file; the one folder named {@code accounts} in it counts
     * @return the builder
     */
    public static Builder builder(Path path) {
        return new Builder(path);
    }

    /** Sets up an export. Mistakes throw at {@link #build()}, each naming setting, rule and fix. Not thread-safe. */
    public static final class Builder extends ExportBuilder<Builder> {

        private EmailVerificationPolicy emailVerification = EmailVerificationPolicy.FROM_SOURCE;
        private CustomData customData = CustomData.USER_METADATA;
        private Set<String> directories = Set.of();

        private Builder(Path path) {
            super(StormpathMapping.PLATFORM, path);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Sets whether addresses count as verified. Default {@link EmailVerificationPolicy#FROM_SOURCE}: only where
         * {@code emailVerificationStatus} is {@code VERIFIED}.
         *
         * @param policy the policy
         * @return this builder
         */
        public Builder emailVerification(EmailVerificationPolicy policy) {
            this.emailVerification = Objects.requireNonNull(policy, "emailVerification");
            return this;
        }

        /**
         * Sets where custom data go. Default {@link CustomData#USER_METADATA}.
         *
         * @param where where
         * @return this builder
         */
        public Builder customData(CustomData where) {
            this.customData = Objects.requireNonNull(where, "customData");
            return this;
        }

        /**
         * Sets the directories whose accounts count. Default: all.
         *
         * @param ids their ids, 1 to 64 letters, digits and hyphens each; empty for all
         * @return this builder
         */
        public Builder directories(Set<String> ids) {
            this.directories = Set.copyOf(ids);
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
        public StormpathExport build() throws IOException {
            SourceDescription description = checked();
            if (!directories.stream().allMatch(Href::isId)) {
                throw new IllegalArgumentException("directories must be ids of 1 to 64 letters, digits and hyphens:"
                        + " take the last part of each directory's address");
            }
            StormpathPlatform accounts =
                    new StormpathPlatform(mapping(mapper()), mapping(ProfileMapper.none()), directories);
            ExportFiles files = StormpathFiles.open(path);
            return new StormpathExport(open(files, description, accounts));
        }

        private StormpathMapping mapping(ProfileMapper mapper) {
            return new StormpathMapping(
                    description(), new ProfileMapping(mapper, identifierPolicy()), emailVerification, customData);
        }
    }
}
